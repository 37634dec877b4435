import { mayShowGroup } from '../../amplify/disclosure/disclosure.js';
import type {
  Fairness,
  FloorCall,
  FloorShown,
  FloorView,
  FloorVoice,
  HostedFloor,
  OwnRequest,
} from '../../wire/floor.js';
import type { People } from '../../wire/views.js';
import type { Speaker } from '../events.js';
import { OVERRIDES_MANY } from '../limits.js';
import { isModerator } from '../policy.js';
import type { FloorTurns } from '../queues/floor-turns.js';
import type { Actor, SeatId } from '../roles.js';
import type { PanelState, RecordState, SpeechRequest } from '../state.js';

const COMING = 5;
/** Live figures are told of groups of so many people and more, and where as many are not of it. */
const PEOPLE_MIN = 10;

interface Asker {
  readonly actor: Actor;
  readonly people: People;
}

/** The floor for one reader: what everybody sees, their own requests, and what hosts need. */
export function floorView(panelId: string, panel: PanelState, floor: FloorTurns, { actor, people }: Asker): FloorView {
  return {
    ...floorShown(panelId, panel, floor, people),
    mine: actor.seat === null ? [] : ownRequests(panel, floor, actor.seat),
    hosting: isModerator(actor) ? hosted(panel, floor, people) : null,
  };
}

export function floorShown(panelId: string, panel: PanelState, floor: FloorTurns, people: People): FloorShown {
  const { open, slotSeconds, speaking } = panel.record.floor;
  const next = floor.next();
  const request = next && panel.docket.requests.get(next.requestId);
  return {
    panelId,
    open,
    slotSeconds,
    speaking: speaking && {
      requestId: speaking.requestId,
      kind: speaking.kind,
      threadId: speaking.threadId,
      who: voiceOf(speaking, people),
      at: speaking.at,
    },
    next: request ? call(request, people) : null,
    waiting: floor.length,
  };
}

/** The seats whose names a view of the floor needs: for who hosts, of everybody who waits. */
export function seatsOnFloor({ record, docket }: PanelState, floor: FloorTurns, hosts: boolean): Set<SeatId> {
  const next = floor.next()?.requestId;
  const seats = new Set<SeatId>();
  if (record.floor.speaking?.speaker) seats.add(record.floor.speaking.speaker);
  for (const { id, author, role, state } of docket.requests.values()) {
    if (state === 'waiting' && role === null && author && (hosts || id === next)) seats.add(author);
  }
  return seats;
}

function ownRequests({ record, docket }: PanelState, floor: FloorTurns, seat: SeatId): readonly OwnRequest[] {
  const { speaking } = record.floor;
  return [...docket.requests.values()]
    .filter(({ id, author, state }) => author === seat && (state === 'waiting' || id === speaking?.requestId))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id, kind, threadId, note, role }) => {
      const standing = floor.standingOf(id);
      return {
        requestId: id,
        kind,
        threadId,
        note,
        attribution: role === null ? 'named' : 'role',
        isSpeaking: standing === null,
        place: standing?.place ?? null,
        turn: standing && { since: standing.since, first: standing.first, owed: standing.owed },
        mayYield: standing?.mayYield ?? false,
        yielding: standing?.yielding ?? false,
      };
    });
}

/** Whoever is not among the next is listed by name: the order of asking would tell who is preferred. */
function hosted({ record, docket }: PanelState, floor: FloorTurns, people: People): HostedFloor {
  const hostedCall = (request: SpeechRequest) => ({ ...call(request, people), note: request.note });
  const next = floor.upcoming(COMING).map(({ requestId }) => requestId);
  const coming = next.flatMap((id) => docket.requests.get(id) ?? []).map(hostedCall);
  const others = [...docket.requests.values()]
    .filter(({ id, state }) => state === 'waiting' && !next.includes(id))
    .map(hostedCall)
    .sort((a, b) => inOrderOfNames(a, b));
  const overrideShare = floor.overrideShare();
  return {
    coming,
    others,
    overrideShare,
    isOverridden: overrideShare > OVERRIDES_MANY,
    fairness: fairnessOf(record, floor),
  };
}

function fairnessOf(record: RecordState, floor: FloorTurns): Fairness | null {
  const groups = (floor.groupsHeard() ?? []).filter(({ people, of }) => mayShowGroup(people, of, PEOPLE_MIN));
  if (groups.length === 0) return null;
  return {
    unheard: groups.filter(({ isHeard }) => !isHeard).length,
    owed: groups
      .map(({ group, turnsOwed }) => ({ title: titleOf(record, group), turns: Math.round(turnsOwed * 2) / 2 }))
      .filter(({ turns }) => turns >= 0.5)
      .sort((a, b) => b.turns - a.turns || (a.title < b.title ? -1 : 1)),
  };
}

function call({ id, kind, threadId, author, role }: SpeechRequest, people: People): FloorCall {
  const speaker: Speaker = role === null ? { speaker: author } : { speaker: null, role };
  return { requestId: id, kind, threadId, who: voiceOf(speaker, people) };
}

function voiceOf({ speaker, role = 'participant' }: Speaker, people: People): FloorVoice {
  const person = speaker === null ? undefined : people[speaker];
  return person ?? { name: null, affiliation: '', role };
}

function titleOf({ queue }: RecordState, group: string): string {
  return queue.groups.find(({ id }) => id === group)?.title ?? '';
}

function inOrderOfNames(a: FloorCall, b: FloorCall): number {
  const [one, other] = [a.who.name ?? '', b.who.name ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return a.requestId < b.requestId ? -1 : 1;
}
