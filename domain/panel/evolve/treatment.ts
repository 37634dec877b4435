import type { DocketEvent } from '../events.js';
import { involvedIn, isUndecided, openAppeal, pendingLooks } from '../looks.js';
import type { Appeal, Decision, DocketState, Item, Look, Workload } from '../state.js';
import { decisionInForce, STANDING_AFTER } from '../verdicts.js';

/** How the facts of treatment change one item, and what is counted beside it. */

type Of<T extends DocketEvent['type']> = Extract<DocketEvent, { type: T }>;

const HANDLING_KEPT = 50;
const MINUTES_KEPT = 11;

export function looked(item: Item, event: Of<'Looked'>, at: number): Item {
  const { by, verdict, rule, bulk = null } = event;
  const look: Look = {
    at,
    by,
    verdict,
    rule,
    note: event.body?.note ?? '',
    bulk,
    reversal: item.standing === 'revise',
    state: 'open',
  };
  return { ...item, looks: [...item.looks, look], lease: null };
}

/** Takes back the latest look that waits for another, else the latest decision. */
export function undone(item: Item): Item {
  const look = pendingLooks(item).at(-1);
  const place = look ? item.looks.lastIndexOf(look) : -1;
  if (look) return { ...item, lease: null, looks: item.looks.with(place, { ...look, state: 'undone' }) };

  const last = item.decisions.findLastIndex((decision) => !decision.undone);
  const decision = item.decisions[last];
  if (!decision) return item;
  const decisions = item.decisions.with(last, { ...decision, undone: true });
  return { ...item, standing: decision.from, lease: null, decisions };
}

/** The text is another one, or judged anew: earlier looks do not count for it. */
export function lookedAnew(item: Item): readonly Look[] {
  return item.looks.map((look) => (look.state === 'open' ? { ...look, state: 'over' } : look));
}

/** It is sent back to its author once more, so that nobody has still to say whether it should be declined instead. */
export function reversalOver(look: Look): Look {
  return look.state === 'open' && look.reversal ? { ...look, state: 'over' } : look;
}

/** What was to be looked at is not any more: what was public stays, what was not is not decided, what was decided stands. */
export function lapsed(item: Item): Item {
  const standing = { waiting: 'lapsed', review: 'published' } as const;
  const after = isUndecided(item) ? standing[item.standing as keyof typeof standing] : item.standing;
  return {
    ...item,
    standing: after,
    lapsed: true,
    flagged: false,
    looks: lookedAnew(item),
    lease: null,
    escalation: null,
  };
}

export function appealed(item: Item, event: Of<'Appealed'>, at: number): Item {
  const inForce = decisionInForce(item);
  if (!inForce) return item;
  const appeal: Appeal = {
    at,
    note: event.body?.note ?? '',
    against: inForce.order,
    involved: involvedIn(item),
    answer: null,
  };
  return { ...item, appeals: [...item.appeals, appeal], escalation: null };
}

/** `order`: the number of a decision that follows from it. */
export function appealAnswered(item: Item, event: Of<'AppealAnswered'>, at: number, order: number): Item {
  const appeal = openAppeal(item);
  if (!appeal) return { ...item, lease: null };

  const { by, outcome, rule, stands = false } = event;
  const text = event.body?.answer ?? '';
  const appeals = item.appeals.with(-1, { ...appeal, answer: { at, by, outcome, stands, rule, text } });
  const answered = { ...item, appeals, lease: null };
  if (stands || outcome === 'confirmed') return answered;
  if (outcome === 'overturned') return { ...answered, standing: 'waiting', escalation: null, looks: lookedAnew(item) };

  const decision: Decision = {
    ...{
      order,
      at,
      by,
      verdict: 'revise',
      rule,
      note: text,
      undone: false,
      reversal: true,
      onAppeal: true,
      from: item.standing,
    },
    ...{ bulk: null, second: false },
  };
  return {
    ...answered,
    standing: STANDING_AFTER.revise,
    looks: lookedAnew(item),
    decisions: [...item.decisions, decision],
  };
}

/** An outside service may ask that what is published be read. It takes nothing away. */
export function screened(item: Item, { labels, hold }: Of<'Screened'>): Item {
  const flagged = hold && item.standing === 'published' && item.decisions.length === 0;
  const all = [...new Set([...item.labels, ...labels])];
  return { ...item, labels: all, ...(flagged && { flagged, standing: 'review' }) };
}

export function recused({ recusals, items }: DocketState, { contributionId, by }: Of<'Recused'>) {
  const author = items.get(contributionId)?.author ?? '';
  const known = recusals.get(by) ?? [];
  return author === '' || known.includes(author) ? recusals : recusals.set(by, [...known, author]);
}

/** One more look or decision of a moderator, with the time since they took the item, where they did. */
export function worked(workload: Workload, item: Item, by: string, at: number): Workload {
  const known = workload.moderators.get(by) ?? { decisions: 0, handlingMs: [] };
  const took = item.lease?.by === by ? [at - item.lease.since] : [];
  const handlingMs = [...known.handlingMs, ...took].slice(-HANDLING_KEPT);
  return { ...workload, moderators: workload.moderators.set(by, { decisions: known.decisions + 1, handlingMs }) };
}

export function oneMoreInbound({ inbound }: Workload, at: number): Workload['inbound'] {
  const minute = Math.floor(at / 60_000);
  const last = inbound.at(-1);
  if (last?.minute === minute) return inbound.with(-1, { minute, count: last.count + 1 });
  return [...inbound, { minute, count: 1 }].slice(-MINUTES_KEPT);
}
