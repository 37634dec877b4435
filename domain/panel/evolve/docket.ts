import type { DocketEvent } from '../events.js';
import { Keyed } from '../keyed.js';
import { isLookDue, isUndecided } from '../looks.js';
import { fingerprint } from '../screening/fingerprint.js';
import type { AuthorStanding, Decision, DocketState, Item, Proposal, SpeechRequest } from '../state.js';
import { STANDING_AFTER } from '../verdicts.js';
import { evolveRequests } from './floor.js';
import { mergeAsked } from './merging.js';
import {
  appealAnswered,
  appealed,
  lapsed,
  looked,
  lookedAnew,
  oneMoreInbound,
  recused,
  reversalOver,
  screened,
  undone,
  worked,
} from './treatment.js';

type Of<T extends DocketEvent['type']> = Extract<DocketEvent, { type: T }>;

const DECIDED_KEPT = 20;

const STANDING_OF_PATH = { waiting: 'waiting', review: 'review', through: 'published' } as const;

export const initialDocket: DocketState = {
  seq: 0,
  items: Keyed.empty<Item>(),
  waiting: Keyed.empty<true>(),
  looksDue: Keyed.empty<true>(),
  leased: Keyed.empty<true>(),
  decisions: 0,
  decided: Keyed.empty<readonly string[]>(),
  authors: Keyed.empty<AuthorStanding>(),
  proposals: Keyed.empty<Proposal>(),
  requests: Keyed.empty<SpeechRequest>(),
  recusals: Keyed.empty<readonly string[]>(),
  said: Keyed.empty<number>(),
  workload: { moderators: Keyed.empty(), inbound: [] },
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
      return withItem(docket, event.contributionId, (item) => ({
        ...reworded(item, event, at),
        readyAt: event.anew ? at : item.readyAt,
      }));
    case 'Resubmitted':
      return withItem(docket, event.contributionId, (item) => ({
        ...reworded(item, event, at),
        standing: 'waiting',
        readyAt: at,
        resubmissions: item.resubmissions + 1,
        looks: lookedAnew(item),
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

    case 'Lapsed':
      return withItem(docket, event.contributionId, lapsed);

    case 'ProfileRenewed':
      return docket;
    case 'Taken':
      return atDesk(docket, event.contributionId, () => ({
        lease: { by: event.by, until: event.until, since: at },
      }));
    case 'LeaseRenewed':
      return atDesk(docket, event.contributionId, ({ lease }) => ({
        lease: lease && { ...lease, until: event.until },
      }));
    case 'Released':
      return atDesk(docket, event.contributionId, () => ({ lease: null }));
    case 'Escalated': {
      const escalation = { at, by: event.by, note: event.body?.note ?? '' };
      return atDesk(docket, event.contributionId, ({ handedOnBy }) => ({
        lease: null,
        escalation,
        handedOnBy: [...handedOnBy, event.by],
      }));
    }

    case 'Decided':
      return decided(docket, event, at, false);
    case 'DecisionReversed':
      return decided(docket, event, at, true);
    case 'DecisionUndone':
      return withItem(docket, event.contributionId, undone);

    case 'Looked':
      return withItem(handled(docket, event, at), event.contributionId, (item) => looked(item, event, at));
    case 'Appealed':
      return withItem(docket, event.contributionId, (item) => appealed(item, event, at));
    case 'AppealAnswered': {
      const order = docket.decisions + 1;
      const answered = withItem(docket, event.contributionId, (item) => appealAnswered(item, event, at, order));
      const last = answered.items.get(event.contributionId)?.decisions.at(-1);
      return last?.order === order ? { ...answered, decisions: order } : answered;
    }
    case 'Noted': {
      const note = { by: event.by, text: event.body?.note ?? '' };
      return atDesk(docket, event.contributionId, ({ notes }) => ({ notes: [...notes, note] }));
    }
    case 'Recused':
      return atDesk({ ...docket, recusals: recused(docket, event) }, event.contributionId, () => ({ lease: null }));
    case 'Screened':
      return withItem(docket, event.contributionId, (item) => screened(item, event));

    case 'MergeProposed':
    case 'MergeAnswered':
      return withItem(docket, event.contributionId, (item) => mergeAsked(item, event));

    case 'ThreadProposed':
      return proposed(docket, event, at);
    case 'ThreadProposalDecided':
      return proposalDecided(docket, event, at);
    case 'ThreadProposalLapsed':
      return withProposal(docket, event.threadId, (proposal) => ({ ...proposal, lapsed: true }));

    case 'FloorAsked':
    case 'FloorLeft':
    case 'FloorDeclined':
    case 'FloorYielded':
    case 'FloorCalled':
      return { ...docket, requests: evolveRequests(docket.requests, event, at) };

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
    looks: [],
    appeals: [],
    handedOnBy: [],
    notes: [],
    labels: event.labels ?? [],
    held: event.held ?? null,
    flagged: false,
  };
  const known = docket.authors.get(item.author) ?? NEW_AUTHOR;
  const author = { ...known, items: [...known.items, item.id], lastSubmittedAt: at };
  const workload = { ...docket.workload, inbound: oneMoreInbound(docket.workload, at) };
  return settled({ ...docket, workload, authors: docket.authors.set(item.author, author) }, item, null);
}

function reworded(item: Item, { body, labels = [] }: Of<'Edited'> | Of<'Resubmitted'>, at: number): Item {
  return {
    ...item,
    labels,
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
  const { contributionId, by, verdict, rule, second = false } = event;
  if (!docket.items.has(contributionId)) return docket;

  const order = docket.decisions + 1;
  const noted = { ...handled(docket, event, at), decisions: order };
  return withItem(noted, contributionId, (item) => {
    const said = { order, at, by, verdict, rule, note: event.body?.note ?? '', second };
    const bulk = event.type === 'Decided' ? (event.bulk ?? null) : null;
    const decision: Decision = { ...said, undone: false, reversal, onAppeal: false, from: item.standing, bulk };
    const decisions = [...item.decisions, decision];
    const looks = verdict === 'revise' ? item.looks.map(reversalOver) : item.looks;
    return { ...item, standing: STANDING_AFTER[verdict], lease: null, decisions, looks };
  });
}

/** What a moderator has just looked at or decided on is the latest of theirs. */
function handled(
  docket: DocketState,
  { contributionId, by }: { readonly contributionId: string; readonly by: string },
  at: number,
): DocketState {
  const item = docket.items.get(contributionId);
  if (!item) return docket;

  const latest = (docket.decided.get(by) ?? []).filter((id) => id !== contributionId);
  return {
    ...docket,
    decided: docket.decided.set(by, [...latest, contributionId].slice(-DECIDED_KEPT)),
    workload: worked(docket.workload, item, by, at),
  };
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
  const decision = { at, verdict: event.verdict, rule: event.rule, note: event.body?.note ?? '' };
  return withProposal(docket, event.threadId, (proposal) => ({ ...proposal, decision }));
}

/** A change whoever proposed it can see. */
function withProposal(docket: DocketState, id: string, change: (proposal: Proposal) => Proposal): DocketState {
  const proposal = docket.proposals.get(id);
  if (!proposal) return docket;

  return {
    ...docket,
    proposals: docket.proposals.set(id, change(proposal)),
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
    looksDue: isLookDue(after) ? docket.looksDue.set(id, true) : docket.looksDue.delete(id),
    said: after.text === before?.text ? docket.said : recounted(docket.said, before?.text, after.text),
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
  change: (item: Item) => Partial<Pick<Item, 'lease' | 'escalation' | 'handedOnBy' | 'notes'>>,
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

function recounted(said: Keyed<number>, before: string | undefined, after: string): Keyed<number> {
  const [gone, come] = [fingerprint(before ?? ''), fingerprint(after)];
  const left = (said.get(gone) ?? 0) - 1;
  const without = left > 0 ? said.set(gone, left) : said.delete(gone);
  return come === '' ? without : without.set(come, (without.get(come) ?? 0) + 1);
}

function unseen(_: never, docket: DocketState): DocketState {
  return docket;
}
