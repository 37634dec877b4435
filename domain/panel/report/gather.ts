import type { PersonDecision, ReportInput, ReportPerson, AppealOutcome } from '../../amplify/report/input.js';
import type { Duration } from '../../amplify/parity/log-rank.js';
import type { Claim } from '../../amplify/queue/rule.js';
import type { Entry } from '../events.js';
import { PanelQueues } from '../queues/panel-queues.js';
import type { Profiles } from '../queues/review-turns.js';
import type { SeatId } from '../roles.js';
import { fold, initialState } from '../evolve.js';
import type { Item } from '../state.js';
import type { Votes } from '../views/slate.js';
import { askingsOf, type Asking } from './askings.js';
import { LanesOfDesk, lanesOfFloor } from './lanes.js';
import { speechesOf, type Speech } from './speeches.js';
import { posedAfter } from './posed-after.js';

export interface Gathered {
  /** Both journals, in order. */
  readonly entries: readonly Entry[];
  readonly profiles: Profiles;
  /** What somebody says of themselves counts here, though never in the queue. */
  readonly claimsOf: (seat: SeatId) => readonly Claim[];
  /** The last vote of each person on each contribution. */
  readonly votes: readonly Votes[];
}

/** Everything a report is computed from: who asked, who was heard, how they were treated, what was put to the panel. */
export function reportInput({ entries, profiles, claimsOf, votes }: Gathered): ReportInput {
  const panel = fold(initialState, entries);
  const queues = new PanelQueues(profiles);
  const desk = new LanesOfDesk();
  for (const entry of entries) {
    desk.see(entry, (id, at) => queues.review.has(id, at));
    queues.apply(entry);
  }

  const speeches = speechesOf(entries);
  const turnsAre = speeches.some(({ from }) => from !== null) ? 'floor' : 'desk';
  const end = panel.record.closedAt ?? entries.at(-1)?.at ?? 0;
  const people = new Map<SeatId, ReportPerson>();
  const askings = askingsOf(entries, panel, end);
  for (const seat of new Set([...speeches.map(({ speaker }) => speaker), ...askings.keys()])) {
    if (seat === '') continue;
    const sent = askings.get(seat) ?? [];
    const own = speeches.filter(({ speaker }) => speaker === seat);
    people.set(seat, {
      groups: [...new Set(claimsOf(seat).map(({ group }) => group))],
      asked: turnsAre === 'floor' ? own.length > 0 : sent.length > 0,
      turns: turnsAre === 'floor' ? queues.floor.turnsOf(seat) : queues.review.turnsOf(seat),
      seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
      firstWait: turnsAre === 'floor' ? firstSpeech(own, end) : firstReading(sent),
      decisions: sent.map(decisionOn),
      appeals: sent.flatMap(({ item }) => appealsOn(item)),
    });
  }

  const taken = turnsAre === 'floor' ? lanesOfFloor(entries) : desk.had;
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

/** As first decided; what came back to its author, or was taken back by them, was not decided. */
function decisionOn({ item, end }: Asking): PersonDecision {
  const { decisions, submittedAt, threadId } = item;
  const first = decisions.find(({ undone, verdict }) => !undone && verdict !== 'revise');
  if (!first) return { threadId, outcome: 'pending', ms: Math.max(0, end - submittedAt) };
  const outcome = first.verdict === 'publish' ? 'published' : 'declined';
  return { threadId, outcome, ms: Math.max(0, first.at - submittedAt) };
}

function appealsOn({ appeals }: Item): readonly AppealOutcome[] {
  return appeals.map(({ answer }) => answer?.outcome ?? 'open');
}

function firstReading(sent: readonly Asking[]): Duration | null {
  return shortest(
    sent.map(({ item, end }) => waitOf(item.submittedAt, item.decisions.find(({ undone }) => !undone)?.at, end)),
  );
}

function firstSpeech(speeches: readonly Speech[], end: number): Duration | null {
  return shortest(speeches.map(({ askedAt, from, leftAt }) => waitOf(askedAt, from ?? undefined, leftAt ?? end)));
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
