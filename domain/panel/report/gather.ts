import type { PersonDecision, ReportInput, ReportPerson, AppealOutcome } from '../../amplify/report/input.js';
import type { Duration } from '../../amplify/parity/log-rank.js';
import type { Claim } from '../../amplify/queue/rule.js';
import type { Entry } from '../events.js';
import { PanelQueues } from '../queues/panel-queues.js';
import type { Profiles } from '../queues/review-turns.js';
import type { SeatId } from '../roles.js';
import { fold, initialState } from '../evolve.js';
import type { Item, PanelState } from '../state.js';
import { speechesOf, type Speech } from './speeches.js';
import { posedAfter, type Vote } from './posed-after.js';

export interface Gathered {
  /** Both journals, in order. */
  readonly entries: readonly Entry[];
  readonly profiles: Profiles;
  /** What somebody says of themselves counts here, though never in the queue. */
  readonly claimsOf: (seat: SeatId) => readonly Claim[];
  /** The last vote of each person on each contribution. */
  readonly votes: readonly Vote[];
}

/** Everything a report is computed from: who asked, who was heard, how they were treated, what was put to the panel. */
export function reportInput({ entries, profiles, claimsOf, votes }: Gathered): ReportInput {
  const panel = fold(initialState, entries);
  const queues = new PanelQueues(profiles);
  for (const entry of entries) queues.apply(entry);

  const speeches = speechesOf(entries);
  const turnsAre = speeches.some(({ from }) => from !== null) ? 'floor' : 'desk';
  const end = panel.record.closedAt ?? entries.at(-1)?.at ?? 0;
  const people = new Map<SeatId, ReportPerson>();
  for (const seat of whoAsked(panel, speeches)) {
    const items = itemsOf(panel, seat);
    const own = speeches.filter(({ speaker }) => speaker === seat);
    people.set(seat, {
      groups: [...new Set(claimsOf(seat).map(({ group }) => group))],
      asked: turnsAre === 'floor' ? own.length > 0 : items.length > 0,
      turns: turnsAre === 'floor' ? queues.floor.turnsOf(seat) : queues.review.turnsOf(seat),
      seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
      firstWait: turnsAre === 'floor' ? firstSpeech(own, end) : firstReading(items, end),
      decisions: items.map((item) => decisionOn(item, end)),
      appeals: items.flatMap(appealsOn),
    });
  }

  const taken = turnsAre === 'floor' ? lanesOfFloor(entries) : lanesOfDesk(entries);
  return {
    turnsAre,
    groups: panel.record.queue.groups.map(({ id, title, floor, axis, sensitive }) => {
      const owed = turnsAre === 'floor' ? queues.floor.owedTurns(id) : queues.review.owedTurns(id);
      return { id, title, floor, axis, sensitive, owed };
    }),
    people,
    overrides: taken.filter((lane) => lane === 'override').length,
    selections: taken.length,
    posed: posedAfter(panel, votes),
  };
}

function whoAsked({ docket }: PanelState, speeches: readonly Speech[]): ReadonlySet<SeatId> {
  const seats = new Set<SeatId>(speeches.map(({ speaker }) => speaker));
  for (const [seat, { items }] of docket.authors) if (items.length > 0) seats.add(seat);
  seats.delete('');
  return seats;
}

function itemsOf({ docket }: PanelState, seat: SeatId): readonly Item[] {
  return (docket.authors.get(seat)?.items ?? []).flatMap((id) => docket.items.get(id) ?? []);
}

/** As first decided; what came back to its author, or was taken back by them, was not decided. */
function decisionOn({ decisions, submittedAt, threadId }: Item, end: number): PersonDecision {
  const first = decisions.find(({ undone, verdict }) => !undone && verdict !== 'revise');
  if (!first) return { threadId, outcome: 'pending', ms: Math.max(0, end - submittedAt) };
  const outcome = first.verdict === 'publish' ? 'published' : 'declined';
  return { threadId, outcome, ms: Math.max(0, first.at - submittedAt) };
}

function appealsOn({ appeals }: Item): readonly AppealOutcome[] {
  return appeals.map(({ answer }) => answer?.outcome ?? 'open');
}

function firstReading(items: readonly Item[], end: number): Duration | null {
  return shortest(
    items.map(({ decisions, submittedAt }) => waitOf(submittedAt, decisions.find(({ undone }) => !undone)?.at, end)),
  );
}

function firstSpeech(speeches: readonly Speech[], end: number): Duration | null {
  return shortest(speeches.map(({ askedAt, from }) => waitOf(askedAt, from ?? undefined, end)));
}

function waitOf(since: number, until: number | undefined, end: number): Duration {
  return { ms: Math.max(0, (until ?? end) - since), ended: until !== undefined };
}

/** Whoever was heard is measured by that; who was not, by how long they have asked. */
function shortest(waits: readonly Duration[]): Duration | null {
  const ended = waits.filter((wait) => wait.ended);
  const [first = null] = (ended.length > 0 ? ended : waits).toSorted((a, b) =>
    ended.length > 0 ? a.ms - b.ms : b.ms - a.ms,
  );
  return first;
}

/** Of turns that led to something: a lease that ended without a decision cost nothing. */
function lanesOfDesk(entries: readonly Entry[]): readonly string[] {
  const taken = new Map<string, string>();
  const had: string[] = [];
  for (const { event } of entries) {
    if (event.type === 'Taken' && event.lane !== undefined) taken.set(event.contributionId, event.lane);
    if (event.type !== 'Decided' && event.type !== 'Looked' && event.type !== 'Escalated') continue;
    const lane = taken.get(event.contributionId);
    taken.delete(event.contributionId);
    if (lane !== undefined && lane !== 'again') had.push(lane);
  }
  return had;
}

function lanesOfFloor(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ event }) => (event.type === 'FloorCalled' ? [event.lane] : []));
}
