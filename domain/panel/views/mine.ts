import type { Choice, DocketEvent, Entry, HouseRule, Verdict } from '../events.js';
import type { MineChange, MineItem, MineProposal, MineView, StatementOfReasons } from '../../wire/views.js';
import { headsInOrder, placeOf } from '../desk-order.js';
import { isDocketEvent } from '../journals.js';
import type { SeatId } from '../roles.js';
import type { DocketState, Item, PanelState, Proposal } from '../state.js';
import { decisionInForce } from '../verdicts.js';

/** All that one author has submitted and proposed, in that order. `votes` are their ballots by contribution. */
export function mineView(
  panelId: string,
  { docket }: PanelState,
  seat: SeatId,
  votes: Readonly<Record<string, Choice>>,
): MineView {
  const author = docket.authors.get(seat);
  const places = placesIn(docket);
  return {
    panelId,
    revision: author?.revision ?? 0,
    items: itemsOf(docket, author?.items ?? [], places),
    proposals: proposalsOf(docket, author?.proposals ?? []),
    votes,
  };
}

/**
 * What changed for each author between two states of a panel. `entries` are those folded in between; only what they touch
 * is looked at, and only authors whose revision moved are told.
 */
export function mineChanges(
  panelId: string,
  before: PanelState,
  after: PanelState,
  entries: Iterable<Entry>,
): Map<SeatId, MineChange> {
  const { docket } = after;
  const places = placesIn(docket);
  const changes = new Map<SeatId, MineChange>();
  for (const [seat, { items, proposals }] of touchedBy(docket, entries)) {
    const previous = before.docket.authors.get(seat)?.revision ?? 0;
    const revision = docket.authors.get(seat)?.revision ?? 0;
    if (revision === previous) continue;

    changes.set(seat, {
      panelId,
      previous,
      revision,
      items: itemsOf(docket, items, places),
      proposals: proposalsOf(docket, proposals),
    });
  }
  return changes;
}

interface Touched {
  readonly items: Set<string>;
  readonly proposals: Set<string>;
}

function touchedBy(docket: DocketState, entries: Iterable<Entry>): Map<SeatId, Touched> {
  const touched = new Map<SeatId, Touched>();
  const touchedFor = (seat: SeatId) => {
    const known = touched.get(seat) ?? { items: new Set(), proposals: new Set() };
    touched.set(seat, known);
    return known;
  };

  for (const { event } of entries) {
    if (!isDocketEvent(event) || isUnseenByAuthors(event)) continue;

    if ('contributionId' in event) {
      const item = docket.items.get(event.contributionId);
      if (item?.author) touchedFor(item.author).items.add(item.id);
    } else {
      const proposal = docket.proposals.get(event.threadId);
      if (proposal?.author) touchedFor(proposal.author).proposals.add(proposal.id);
    }
  }
  return touched;
}

function isUnseenByAuthors({ type }: DocketEvent): boolean {
  return type === 'Taken' || type === 'LeaseRenewed' || type === 'Released' || type === 'Escalated';
}

type Places = (item: Item) => number | null;

/** The order is put together once, and only when something waits. */
function placesIn(docket: DocketState): Places {
  let heads: readonly Item[] | null = null;
  return (item) => {
    if (!docket.waiting.has(item.id)) return null;
    heads ??= headsInOrder(docket);
    return placeOf(item, heads);
  };
}

function itemsOf(docket: DocketState, ids: Iterable<string>, places: Places): readonly MineItem[] {
  return [...ids]
    .map((id) => docket.items.get(id))
    .filter((item) => item !== undefined)
    .map((item) => ({
      contributionId: item.id,
      threadId: item.threadId,
      parentId: item.parentId,
      kind: item.kind,
      text: item.text,
      lang: item.lang,
      attribution: item.role === null ? 'named' : 'role',
      standing: item.standing,
      at: item.submittedAt,
      place: places(item),
      statement: statementFor(item),
    }));
}

function proposalsOf(docket: DocketState, ids: Iterable<string>): readonly MineProposal[] {
  return [...ids]
    .map((id) => docket.proposals.get(id))
    .filter((proposal) => proposal !== undefined)
    .map((proposal) => ({
      threadId: proposal.id,
      title: proposal.title,
      standing: standingOf(proposal),
      statement: proposal.decision && statementOf(proposal.decision),
    }));
}

function standingOf({ decision }: Proposal): MineProposal['standing'] {
  if (!decision) return 'waiting';
  return decision.verdict === 'publish' ? 'published' : 'declined';
}

/** Reasons are owed for what restricts an item now, not for what was lifted or answered by coming back. */
function statementFor(item: Item): StatementOfReasons | null {
  const decision = decisionInForce(item);
  return decision ? statementOf(decision) : null;
}

function statementOf(decision: {
  readonly verdict: Verdict;
  readonly rule: HouseRule | null;
  readonly note: string;
  readonly at: number;
}): StatementOfReasons | null {
  const { verdict, rule, note, at } = decision;
  if (verdict === 'publish') return null;
  return { verdict, rule, note, at, scope: 'this-contribution', decidedBy: 'moderator', automated: false };
}
