import type { PanelSummary, People, Snapshot } from '../wire/views.js';
import type { Entry, RecordEntry, RecordEvent } from './events.js';
import { isRecordEvent } from './journals.js';
import type { Actor, Role, SeatId } from './roles.js';
import type { PanelState, RecordState } from './state.js';

/**
 * What each audience sees of a panel: readers the record, a moderator the desk, an author their own items. Every way out
 * of the server (join, resume, pages, replay, export) passes here, and nothing else decides it.
 */
export { deskView, seatsAtDesk } from './views/desk.js';
export { deskHistory, seatsInHistory } from './views/desk-history.js';
export { choosables } from './views/desk-work.js';
export { floorShown, floorView, seatsOnFloor } from './views/floor.js';
export { mineChanges, mineView } from './views/mine.js';

const PREPARING: readonly Role[] = ['owner', 'host', 'moderator'];

/** May this person know of the panel at all. A draft is for those who prepare it; `invitation` asks for any role. */
export function mayRead(actor: Actor, record: Pick<RecordState, 'phase'>, access: PanelSummary['access']): boolean {
  if (record.phase === 'none') return false;
  if (record.phase === 'draft') return actor.roles.some((role) => PREPARING.includes(role));
  return access === 'open' || actor.roles.length > 0;
}

/** What every reader receives of an entry; null for what stands in the docket. `commit` is lower-case hex. */
export function recordEntryFor(entry: Entry, commit = entry.commit): RecordEntry | null {
  const { seq, at, event } = entry;
  if (entry.journal !== 'record' || !isRecordEvent(event)) return null;
  return commit === undefined ? { seq, at, event } : { seq, at, event, commit };
}

/** The seats whose names a reader of these entries needs. */
export function seatsIn(entries: Iterable<{ readonly event: RecordEvent }>): Set<SeatId> {
  const seats = new Set<SeatId>();
  for (const { event } of entries) for (const seat of seatsOf(event)) seats.add(seat);
  return seats;
}

/** The seats whose names a reader of this snapshot needs. */
export function seatsInSnapshot({ threads, contributions, posed, floor }: Snapshot): Set<SeatId> {
  const seats = new Set<SeatId>();
  for (const { author } of threads) if (author !== null) seats.add(author);
  for (const { words, renderings } of contributions) {
    if (words && words.author !== null) seats.add(words.author);
    for (const { interpreter } of Object.values(renderings)) seats.add(interpreter);
  }
  for (const { respondents, answers } of posed) {
    for (const seat of respondents) seats.add(seat);
    for (const { by } of answers) if (by) seats.add(by);
  }
  if (floor.speaking && floor.speaking.speaker !== null) seats.add(floor.speaking.speaker);
  return seats;
}

/** The seats that had the floor by name, now or earlier: a snapshot holds only who has it now. */
export function seatsHeard({ docket }: Pick<PanelState, 'docket'>): Set<SeatId> {
  const seats = new Set<SeatId>();
  for (const { author, role, state } of docket.requests.values()) {
    if (state === 'called' && role === null && author) seats.add(author);
  }
  return seats;
}

/** Roles that are held before everybody. A moderator's or participant's name is known once it stands in the record. */
const PUBLIC_ROLES: readonly Role[] = ['owner', 'host', 'panellist', 'interpreter'];

/** Of people looked up by seat, those whom anybody who reads this panel may know; `named`: the seats in its record. */
export function publicOf(people: People, named: ReadonlySet<SeatId>): People {
  const isPublic = ([seat, { role }]: readonly [SeatId, People[string]]) =>
    named.has(seat) || PUBLIC_ROLES.includes(role);
  return Object.fromEntries(Object.entries(people).filter(isPublic));
}

function seatsOf(event: RecordEvent): readonly SeatId[] {
  switch (event.type) {
    case 'ThreadOpened':
      return event.body ? [event.body.author] : [];
    case 'ContributionPublished':
      return event.body && event.body.author !== null ? [event.body.author] : [];
    case 'ContributionRendered':
      return event.body ? [event.body.interpreter] : [];
    case 'QuestionPosed':
      return event.body?.respondents ?? [];
    case 'QuestionAnswered':
      return event.body ? [event.body.by] : [];
    case 'FloorGiven':
      return event.body && event.body.speaker !== null ? [event.body.speaker] : [];
    default:
      return [];
  }
}
