import { firstGraphemes } from '../../text/count.js';
import type { DeskAppeal, DeskDecision, DeskItem, DeskView, HeldElsewhere, WaitStep } from '../../wire/views.js';
import { isHeld } from '../desk-order.js';
import { ELSEWHERE_MAX, EXCERPT_MAX, EXCHANGE_MAX, HIDDEN_LOOK_MS, UNDO_MS } from '../limits.js';
import { lastWord, openAppeal, owedSecondLook, pendingLooks, dueSince } from '../looks.js';
import type { SeatId } from '../roles.js';
import type { DocketState, Item, PanelState, RecordState } from '../state.js';
import { decisionInForce } from '../verdicts.js';
import { inboundOf, leftFor, workersOf } from './desk-work.js';

interface Looking {
  readonly seat: SeatId;
  /** ms since the epoch: which leases hold and what can still be undone. */
  readonly at: number;
  readonly revision: number;
  readonly nameOf: (seat: SeatId) => string;
}

/** The whole desk of one moderator: words without their author, their time or what brought them to this place. */
export function deskView(panelId: string, panel: PanelState, { seat, at, revision, nameOf }: Looking): DeskView {
  const { record, docket } = panel;
  const leased = heldAt(docket, at);
  const own = leased.filter(({ lease }) => lease.by === seat);
  return {
    panelId,
    revision,
    waiting: docket.waiting.size,
    escalated: escalatedIn(docket),
    oldest: oldestOf(docket, at),
    late: isLate(docket, at),
    ...leftFor(docket, seat, at),
    held: own.sort(byLease).map((item) => deskItem(record, item, item.lease.until)),
    others: othersIn(leased, seat).map(([other, held]) => ({
      seat: other,
      name: nameOf(other),
      holding: held.length,
      items: record.treatment.secondLook === 'on' ? [] : elsewhere(record, held, seat),
    })),
    recent: recentOf(docket, seat, at),
    proposals: [...docket.proposals.values()]
      .filter(({ decision, lapsed }) => decision === null && !lapsed)
      .sort((a, b) => a.at - b.at || byId(a, b))
      .map(({ id, title, lang }) => ({ threadId: id, title, lang })),
    work: { inbound: inboundOf(docket, at), moderators: workersOf(docket, leased, nameOf) },
  };
}

/** The seats of all who hold an item or have decided on one: whose names the desk needs. */
export function seatsAtDesk({ docket }: PanelState, at: number): Set<SeatId> {
  return new Set([...docket.workload.moderators.keys(), ...heldAt(docket, at).map(({ lease }) => lease.by)]);
}

type Held = Item & { readonly lease: NonNullable<Item['lease']> };

function heldAt(docket: DocketState, at: number): Held[] {
  return [...docket.leased.keys()]
    .map((id) => docket.items.get(id))
    .filter((item): item is Held => item !== undefined && isHeld(item, at));
}

function othersIn(leased: readonly Held[], seat: SeatId): [SeatId, Held[]][] {
  const others = new Map<SeatId, Held[]>();
  for (const item of leased) {
    const { by } = item.lease;
    if (by !== seat) others.set(by, [...(others.get(by) ?? []), item]);
  }
  return [...others].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** An author who moderates must not learn here who reads what they wrote. */
function elsewhere(record: RecordState, held: readonly Held[], seat: SeatId): readonly HeldElsewhere[] {
  return held
    .filter(({ author }) => author !== seat)
    .sort(byLease)
    .slice(0, ELSEWHERE_MAX)
    .map(({ id, threadId, text, lang }) => ({
      contributionId: id,
      threadTitle: record.threads.get(threadId)?.title ?? '',
      text: firstGraphemes(text, EXCERPT_MAX),
      lang,
    }));
}

function escalatedIn(docket: DocketState): number {
  let count = 0;
  for (const id of docket.waiting.keys()) if (docket.items.get(id)?.escalation) count++;
  return count;
}

function deskItem(record: RecordState, item: Item, leaseUntil: number): DeskItem {
  return {
    contributionId: item.id,
    kind: item.kind,
    threadId: item.threadId,
    threadTitle: record.threads.get(item.threadId)?.title ?? '',
    text: item.text,
    lang: item.lang,
    exchange: exchangeBefore(record, item),
    before: textBefore(item),
    published: item.standing === 'review',
    escalation: item.escalation && { note: item.escalation.note },
    labels: item.labels,
    notes: notesOf(item),
    appeal: appealOf(item),
    leaseUntil,
  };
}

/** What whoever looked first wrote beside it would give their decision away. */
function notesOf(item: Item): readonly string[] {
  const lookers = pendingLooks(item).map(({ by }) => by);
  return item.notes.filter(({ by }) => !lookers.includes(by)).map(({ text }) => text);
}

function appealOf(item: Item): DeskAppeal | null {
  const appeal = openAppeal(item);
  const inForce = appeal && decisionInForce(item);
  if (!inForce) return null;
  const { verdict, rule, note } = inForce;
  return { note: appeal.note, decision: { verdict, rule, note } };
}

function exchangeBefore(record: RecordState, item: Item): DeskItem['exchange'] {
  const exchange: { text: string; lang: string }[] = [];
  let parentId = item.parentId;
  for (let steps = 0; parentId !== null && steps < EXCHANGE_MAX; steps++) {
    const parent = record.contributions.get(parentId);
    if (parent?.words) exchange.push({ text: parent.words.text, lang: parent.words.lang });
    parentId = parent?.parentId ?? null;
  }
  return exchange.reverse();
}

/** Coming back set `readyAt`, and the text replaced at that instant is the one a moderator had read. */
function textBefore(item: Item): string | null {
  if (item.resubmissions === 0) return null;
  return item.earlier.find(({ at }) => at >= item.readyAt)?.text ?? null;
}

function recentOf(docket: DocketState, seat: SeatId, at: number): readonly DeskDecision[] {
  return (docket.decided.get(seat) ?? [])
    .map((id) => docket.items.get(id))
    .flatMap((item) => (item ? decisionBy(item, seat, at) : []))
    .reverse();
}

function decisionBy(item: Item, seat: SeatId, at: number): readonly DeskDecision[] {
  const decision = item.decisions.findLast(({ by, undone }) => by === seat && !undone);
  const look = item.looks.findLast(({ by, state }) => by === seat && state !== 'undone');
  const latest = look && (!decision || look.at >= decision.at) ? look : decision;
  if (!latest) return [];

  const pending = pendingLooks(item).at(-1);
  const isLastWord = latest === lastWord(item);
  const undoUntil = latest.at + UNDO_MS;
  return [
    {
      contributionId: item.id,
      text: item.text,
      lang: item.lang,
      verdict: latest.verdict,
      rule: latest.rule,
      note: latest.note,
      undoUntil: isLastWord && at < undoUntil ? undoUntil : null,
      awaitsSecond: isLastWord && (latest === pending || owedSecondLook(item) !== null),
      bulk: isLastWord ? latest.bulk : null,
    },
  ];
}

const STEPS: readonly (readonly [number, WaitStep])[] = [
  [1, 'under-1-min'],
  [5, 'under-5-min'],
  [15, 'under-15-min'],
];

/** In steps: an exact wait would tell who submitted. */
function oldestOf(docket: DocketState, at: number): WaitStep {
  if (docket.waiting.size === 0) return 'none';

  let ready = Infinity;
  for (const id of docket.waiting.keys()) ready = Math.min(ready, docket.items.get(id)?.readyAt ?? Infinity);
  return STEPS.find(([minutes]) => at - ready < minutes * 60_000)?.[1] ?? 'over-15-min';
}

/** For whatever is to be read or looked at alike, so that it points at nothing. */
function isLate(docket: DocketState, at: number): boolean {
  for (const id of new Set([...docket.waiting.keys(), ...docket.looksDue.keys()])) {
    const item = docket.items.get(id);
    if (item && at - dueSince(item) >= HIDDEN_LOOK_MS) return true;
  }
  return false;
}

function byLease(a: Held, b: Held): number {
  return a.lease.until - b.lease.until || byId(a, b);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
