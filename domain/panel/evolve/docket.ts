import type { DocketEvent } from '../events.js';
import { Keyed } from '../keyed.js';
import type { AuthorStanding, Decision, DocketState, Escalation, Item, Proposal } from '../state.js';
import { STANDING_AFTER } from '../verdicts.js';

type Of<T extends DocketEvent['type']> = Extract<DocketEvent, { type: T }>;

const DECIDED_KEPT = 20;

const STANDING_OF_PATH = { waiting: 'waiting', review: 'review', through: 'published' } as const;

export const initialDocket: DocketState = {
  seq: 0,
  items: Keyed.empty<Item>(),
  waiting: Keyed.empty<true>(),
  leased: Keyed.empty<true>(),
  decisions: 0,
  decided: Keyed.empty<readonly string[]>(),
  authors: Keyed.empty<AuthorStanding>(),
  proposals: Keyed.empty<Proposal>(),
};

/** Folds one docket entry in. What it says of an item not known changes nothing but `seq`. */
export function evolveDocket(
  docket: DocketState,
  entry: { readonly seq: number; readonly at: number; readonly event: DocketEvent },
): DocketState {
  return { ...changed(docket, entry.event, entry.at), seq: entry.seq };
}

function changed(docket: DocketState, event: DocketEvent, at: number): DocketState {
  switch (event.type) {
    case 'Submitted':
      return submitted(docket, event, at);
    case 'Edited':
      return withItem(docket, event.contributionId, (item) => reworded(item, event.body, at));
    case 'Resubmitted':
      return withItem(docket, event.contributionId, (item) => ({
        ...reworded(item, event.body, at),
        standing: 'waiting',
        readyAt: at,
        resubmissions: item.resubmissions + 1,
        lease: null,
        escalation: null,
      }));
    case 'Withdrawn':
      return withItem(docket, event.contributionId, (item) => ({
        ...item,
        standing: 'withdrawn',
        text: '',
        earlier: [],
        lease: null,
        escalation: null,
      }));

    case 'Taken':
      return atDesk(docket, event.contributionId, () => ({ lease: { by: event.by, until: event.until } }));
    case 'LeaseRenewed':
      return atDesk(docket, event.contributionId, ({ lease }) => ({
        lease: lease && { ...lease, until: event.until },
      }));
    case 'Released':
      return atDesk(docket, event.contributionId, () => ({ lease: null }));
    case 'Escalated': {
      const escalation = { at, by: event.by, note: event.body?.note ?? '' };
      return atDesk(docket, event.contributionId, () => ({ lease: null, escalation }));
    }

    case 'Decided':
      return decided(docket, event, at, false);
    case 'DecisionReversed':
      return decided(docket, event, at, true);
    case 'DecisionUndone':
      return withItem(docket, event.contributionId, undone);

    case 'ThreadProposed':
      return proposed(docket, event, at);
    case 'ThreadProposalDecided':
      return proposalDecided(docket, event, at);

    default:
      return unseen(event, docket);
  }
}

function submitted(docket: DocketState, event: Of<'Submitted'>, at: number): DocketState {
  if (docket.items.has(event.contributionId)) return docket;

  const item: Item = {
    id: event.contributionId,
    threadId: event.threadId,
    parentId: event.parentId,
    kind: event.kind,
    author: event.body?.author ?? '',
    role: event.body?.attribution === 'role' ? (event.body.role ?? 'participant') : null,
    text: event.body?.text ?? '',
    lang: event.body?.lang ?? 'und',
    standing: STANDING_OF_PATH[event.path],
    submittedAt: at,
    readyAt: at,
    resubmissions: 0,
    earlier: [],
    lease: null,
    escalation: null,
    decisions: [],
  };
  const known = docket.authors.get(item.author) ?? NEW_AUTHOR;
  const author = { ...known, items: [...known.items, item.id], lastSubmittedAt: at };
  return settled({ ...docket, authors: docket.authors.set(item.author, author) }, item, null);
}

function reworded(item: Item, body: { readonly text: string; readonly lang: string } | null, at: number): Item {
  return {
    ...item,
    text: body?.text ?? '',
    lang: body?.lang ?? item.lang,
    earlier: [...item.earlier, { text: item.text, lang: item.lang, at }],
  };
}

function decided(
  docket: DocketState,
  event: Of<'Decided'> | Of<'DecisionReversed'>,
  at: number,
  reversal: boolean,
): DocketState {
  const { contributionId, by, verdict, rule } = event;
  if (!docket.items.has(contributionId)) return docket;

  const latest = (docket.decided.get(by) ?? []).filter((id) => id !== contributionId);
  const order = docket.decisions + 1;
  const noted = {
    ...docket,
    decisions: order,
    decided: docket.decided.set(by, [...latest, contributionId].slice(-DECIDED_KEPT)),
  };

  return withItem(noted, contributionId, (item) => {
    const note = event.body?.note ?? '';
    const decision: Decision = { order, at, by, verdict, rule, note, undone: false, reversal, from: item.standing };
    return { ...item, standing: STANDING_AFTER[verdict], lease: null, decisions: [...item.decisions, decision] };
  });
}

function undone(item: Item): Item {
  const last = item.decisions.findLastIndex((decision) => !decision.undone);
  const decision = item.decisions[last];
  if (!decision) return item;

  const decisions = item.decisions.with(last, { ...decision, undone: true });
  return { ...item, standing: decision.from, lease: null, decisions };
}

function proposed(docket: DocketState, event: Of<'ThreadProposed'>, at: number): DocketState {
  if (docket.proposals.has(event.threadId)) return docket;

  const proposal: Proposal = {
    id: event.threadId,
    title: event.body?.title ?? '',
    lang: event.body?.lang ?? 'und',
    author: event.body?.author ?? '',
    at,
    decision: null,
  };
  const known = docket.authors.get(proposal.author) ?? NEW_AUTHOR;
  const author = { ...known, proposals: [...known.proposals, proposal.id], revision: known.revision + 1 };
  return {
    ...docket,
    proposals: docket.proposals.set(proposal.id, proposal),
    authors: docket.authors.set(proposal.author, author),
  };
}

function proposalDecided(docket: DocketState, event: Of<'ThreadProposalDecided'>, at: number): DocketState {
  const proposal = docket.proposals.get(event.threadId);
  if (!proposal) return docket;

  const decision = { at, verdict: event.verdict, rule: event.rule, note: event.body?.note ?? '' };
  return {
    ...docket,
    proposals: docket.proposals.set(proposal.id, { ...proposal, decision }),
    authors: docket.authors.update(proposal.author, (author) => ({ ...author, revision: author.revision + 1 })),
  };
}

const NEW_AUTHOR: AuthorStanding = { revision: 0, items: [], proposals: [], lastSubmittedAt: 0, published: 0 };

/** A change its author can see. */
function withItem(docket: DocketState, id: string, change: (item: Item) => Item): DocketState {
  const item = docket.items.get(id);
  if (!item) return docket;

  const after = change(item);
  return after === item ? docket : settled(docket, after, item);
}

/** Puts an item in and keeps everything derived from it in step. */
function settled(docket: DocketState, after: Item, before: Item | null): DocketState {
  const published = Number(after.standing === 'published') - Number(before?.standing === 'published');
  const { id } = after;
  return {
    ...docket,
    items: docket.items.set(id, after),
    waiting: isUndecided(after) ? docket.waiting.set(id, true) : docket.waiting.delete(id),
    leased: after.lease ? docket.leased.set(id, true) : docket.leased.delete(id),
    authors: docket.authors.update(after.author, (author) => ({
      ...author,
      revision: author.revision + 1,
      published: author.published + published,
    })),
  };
}

/** What moderators do with an item before they decide is not visible to its author, so their revision stays. */
function atDesk(
  docket: DocketState,
  id: string,
  change: (item: Item) => Pick<Item, 'lease'> & { readonly escalation?: Escalation },
): DocketState {
  const item = docket.items.get(id);
  if (!item) return docket;

  const after = { ...item, ...change(item) };
  return {
    ...docket,
    items: docket.items.set(id, after),
    leased: after.lease ? docket.leased.set(id, true) : docket.leased.delete(id),
  };
}

function isUndecided(item: Item): boolean {
  return item.standing === 'waiting' || item.standing === 'review';
}

function unseen(_: never, docket: DocketState): DocketState {
  return docket;
}
