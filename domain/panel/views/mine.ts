import type { Choice, DocketEvent, Entry, HouseRule, Verdict } from '../events.js';
import type { MineChange, MineItem, MineProposal, MineView, StatementOfReasons } from '../../wire/views.js';
import { isDocketEvent } from '../journals.js';
import { APPEAL_MS } from '../limits.js';
import { isUndecided, openAppeal, pendingLooks, readersOf } from '../looks.js';
import type { ReviewTurns } from '../queues/review-turns.js';
import type { SeatId } from '../roles.js';
import type { DocketState, Item, PanelState, Proposal } from '../state.js';
import { decisionInForce } from '../verdicts.js';

/** All that one author has submitted and proposed, in that order. `votes` are their ballots by contribution. */
export function mineView(
  panelId: string,
  panel: PanelState,
  seat: SeatId,
  { votes, review }: { readonly votes: Readonly<Record<string, Choice>>; readonly review: ReviewTurns },
): MineView {
  const { docket } = panel;
  const author = docket.authors.get(seat);
  return {
    panelId,
    revision: author?.revision ?? 0,
    items: itemsOf(panel, author?.items ?? [], review),
    proposals: proposalsOf(panel, author?.proposals ?? []),
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
  { entries, review }: { readonly entries: Iterable<Entry>; readonly review: ReviewTurns },
): Map<SeatId, MineChange> {
  const { docket } = after;
  const changes = new Map<SeatId, MineChange>();
  for (const [seat, { items, proposals }] of touchedBy(docket, entries)) {
    const previous = before.docket.authors.get(seat)?.revision ?? 0;
    const revision = docket.authors.get(seat)?.revision ?? 0;
    if (revision === previous) continue;

    changes.set(seat, {
      panelId,
      previous,
      revision,
      items: itemsOf(after, items, review),
      proposals: proposalsOf(after, proposals),
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
    } else if (isOfProposal(event)) {
      const proposal = docket.proposals.get(event.threadId);
      if (proposal?.author) touchedFor(proposal.author).proposals.add(proposal.id);
    }
  }
  return touched;
}

function isOfProposal(event: DocketEvent): event is Extract<DocketEvent, { type: `ThreadPropos${string}` }> {
  return event.type.startsWith('ThreadPropos');
}

const UNSEEN: readonly DocketEvent['type'][] = ['Taken', 'LeaseRenewed', 'Released', 'Escalated', 'Noted', 'Recused'];

function isUnseenByAuthors({ type }: DocketEvent): boolean {
  return UNSEEN.includes(type);
}

function itemsOf({ record, docket }: PanelState, ids: Iterable<string>, review: ReviewTurns): readonly MineItem[] {
  const isOver = record.phase === 'archived';
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
      standing: isOver && item.standing === 'waiting' ? 'lapsed' : item.standing,
      at: item.submittedAt,
      ...(isOver ? NO_TURN : turnOf(docket, item, review)),
      statement: statementFor(item),
      secondLook: !isOver && pendingLooks(item).length > 0,
      held: heldBy(item),
      note: noteOf(item),
      lapsed: item.lapsed === true || (isOver && isUndecided(item)),
      mayAppeal: mayAppeal(item),
      appeal: appealOf(item),
      mergeInto: item.mergeInto ?? null,
    }));
}

const NO_TURN = { place: null, turn: null } as const;

/** Nobody else is told: it says what its author counts for. */
function turnOf(docket: DocketState, { id }: Item, review: ReviewTurns): Pick<MineItem, 'place' | 'turn'> {
  const standing = docket.waiting.has(id) ? review.standingOf(id) : null;
  if (!standing) return NO_TURN;
  const { place, since, first, owed } = standing;
  return { place, turn: { since, first, owed } };
}

function proposalsOf({ record, docket }: PanelState, ids: Iterable<string>): readonly MineProposal[] {
  const isOver = record.phase === 'closed' || record.phase === 'archived';
  return [...ids]
    .map((id) => docket.proposals.get(id))
    .filter((proposal) => proposal !== undefined)
    .map((proposal) => ({
      threadId: proposal.id,
      title: proposal.title,
      standing: standingOf(proposal, isOver),
      statement:
        proposal.decision &&
        statementOf(proposal.decision, { lang: proposal.lang, readBy: 1, appealUntil: null, automated: false }),
    }));
}

function standingOf({ decision, lapsed }: Proposal, isOver: boolean): MineProposal['standing'] {
  if (!decision) return isOver || lapsed ? 'lapsed' : 'waiting';
  return decision.verdict === 'publish' ? 'published' : 'declined';
}

/** Reasons are owed for what restricts an item now, not for what was lifted or answered by coming back. */
function statementFor(item: Item): StatementOfReasons | null {
  const decision = decisionInForce(item);
  if (!decision) return null;

  const answer = item.appeals.findLast(({ against }) => against === decision.order)?.answer;
  const rule = answer?.outcome === 'modified' ? answer.rule : decision.rule;
  const automated = item.held !== null || item.flagged || item.labels.length > 0;
  const more = { lang: item.lang, readBy: readersOf(item), appealUntil: decision.at + APPEAL_MS, automated };
  return statementOf({ ...decision, rule }, more);
}

/** Why a machine wants it read, as long as nobody has. */
function heldBy({ standing, held, flagged, resubmissions }: Item): MineItem['held'] {
  if (standing === 'waiting' && resubmissions === 0) return held;
  return standing === 'review' && flagged ? 'service' : null;
}

function noteOf(item: Item): string {
  const inForce = decisionInForce(item);
  return inForce?.verdict === 'publish' ? inForce.note : '';
}

function mayAppeal(item: Item): boolean {
  const inForce = decisionInForce(item);
  if (!inForce || inForce.verdict === 'publish') return false;
  return !item.appeals.some(({ against }) => against === inForce.order);
}

/** Never by whom, not even on an appeal. */
function appealOf(item: Item): MineItem['appeal'] {
  const last = item.appeals.at(-1);
  if (!last) return null;
  const { at, note, answer } = last;
  if (!answer) return { at, note, lapsed: openAppeal(item) === null, answer };
  const { outcome, stands, rule, text } = answer;
  return { at, note, lapsed: false, answer: { at: answer.at, outcome, stands, rule, text } };
}

function statementOf(
  decision: {
    readonly verdict: Verdict;
    readonly rule: HouseRule | null;
    readonly note: string;
    readonly at: number;
  },
  more: Pick<StatementOfReasons, 'lang' | 'readBy' | 'appealUntil' | 'automated'>,
): StatementOfReasons | null {
  const { verdict, rule, note, at } = decision;
  if (verdict === 'publish') return null;
  return { verdict, rule, note, at, ...more, scope: 'this-contribution', decidedBy: 'moderator' };
}
