import type { FloorCall, FloorShown, FloorView, FloorVoice, HostedFloor, OwnRequest } from '../../wire/floor.js';
import type { People } from '../../wire/views.js';
import type { Speaker } from '../events.js';
import { OVERRIDES_MANY } from '../limits.js';
import { isChair, isModerator } from '../policy.js';
import type { NextSpeech } from '../queues/floor-terms.js';
import type { FloorTurns } from '../queues/floor-turns.js';
import type { Actor, SeatId } from '../roles.js';
import type { PanelState, SpeechRequest } from '../state.js';
import { fairnessOf } from './fairness.js';

const COMING = 5;

interface Asker {
  readonly actor: Actor;
  readonly people: People;
}

/** The floor for one reader: what everybody sees, their own requests, and what hosts need. */
export function floorView(panelId: string, panel: PanelState, floor: FloorTurns, { actor, people }: Asker): FloorView {
  return {
    ...floorShown(panelId, panel, floor, people),
    mine: actor.seat === null ? [] : ownRequests(panel, floor, actor.seat),
    hosting: isModerator(actor) ? hosted(panel, floor, { actor, people }) : null,
  };
}

export function floorShown(panelId: string, panel: PanelState, floor: FloorTurns, people: People): FloorShown {
  const { phase, floor: state } = panel.record;
  const { slotSeconds, speaking } = state;
  const next = publicNext(panel, floor);
  const request = next && panel.docket.requests.get(next.requestId);
  return {
    panelId,
    open: state.open && phase === 'open',
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

/** The rule chooses when a speech has ended. Told before, whoever is then preferred to the one who was told would be seen to be. */
function publicNext({ record }: PanelState, floor: FloorTurns): NextSpeech | null {
  return record.floor.speaking ? null : floor.next();
}

/** The seats whose names this asker's view of the floor needs: for a host, of everybody who waits. */
export function seatsOnFloor(panel: PanelState, floor: FloorTurns, actor: Actor | null): Set<SeatId> {
  const next = publicNext(panel, floor)?.requestId;
  const { speaking } = panel.record.floor;
  const hosts = actor !== null && isChair(actor);
  const seats = new Set<SeatId>();
  if (speaking?.speaker) seats.add(speaking.speaker);
  for (const { id, author, role } of waitingIn(panel)) {
    if (role === null && author && (hosts || id === next)) seats.add(author);
  }
  return seats;
}

/** Once the panel is over nobody waits. */
function waitingIn({ record, docket }: PanelState): readonly SpeechRequest[] {
  if (isOver(record.phase)) return [];
  return [...docket.requests.values()].filter(({ state }) => state === 'waiting');
}

function isOver(phase: PanelState['record']['phase']): boolean {
  return phase === 'closed' || phase === 'archived';
}

function ownRequests(panel: PanelState, floor: FloorTurns, seat: SeatId): readonly OwnRequest[] {
  const own = [...panel.docket.requests.values()]
    .filter(({ author }) => author === seat)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const speaking = panel.record.floor.speaking?.requestId;
  const isLatest = ({ kind }: SpeechRequest, place: number) => !own.slice(place + 1).some((one) => one.kind === kind);
  return own
    .filter(
      (one, place) =>
        one.state === 'waiting' || one.id === speaking || (one.state === 'declined' && isLatest(one, place)),
    )
    .map((request) => ownRequest(panel, floor, request));
}

function ownRequest(panel: PanelState, floor: FloorTurns, request: SpeechRequest): OwnRequest {
  const { id, kind, threadId, note, role } = request;
  const standing = floor.standingOf(id);
  const ended = endOf(panel, request);
  return {
    requestId: id,
    kind,
    threadId,
    note,
    attribution: role === null ? 'named' : 'role',
    isSpeaking: id === panel.record.floor.speaking?.requestId,
    ended,
    place: standing?.place ?? null,
    turn: standing && { since: standing.since, first: standing.first, owed: standing.owed },
    mayYield: standing?.mayYield ?? false,
    yielding: standing?.yielding ?? false,
  };
}

function endOf({ record }: PanelState, { state, declined }: SpeechRequest): OwnRequest['ended'] {
  if (declined) return { why: 'declined', statement: declined };
  return state === 'waiting' && isOver(record.phase) ? { why: 'closed', statement: null } : null;
}

/** Whoever is not among the next is listed by name: the order of asking would tell who is preferred. */
function hosted(panel: PanelState, floor: FloorTurns, { actor, people }: Asker): HostedFloor {
  const hostedCall = (request: SpeechRequest) => ({ ...call(request, people), note: request.note });
  const next = isChair(actor) ? floor.upcoming(COMING) : [publicNext(panel, floor)];
  const ids = next.flatMap((one) => one?.requestId ?? []);
  const coming = ids.flatMap((id) => panel.docket.requests.get(id) ?? []).map(hostedCall);
  const others = (isChair(actor) ? waitingIn(panel) : [])
    .filter(({ id }) => !ids.includes(id))
    .map(hostedCall)
    .sort((a, b) => inOrderOfNames(a, b));
  const overrideShare = floor.overrideShare();
  return {
    coming,
    others,
    overrideShare,
    isOverridden: overrideShare > OVERRIDES_MANY,
    fairness: fairnessOf(panel.record, floor),
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

function inOrderOfNames(a: FloorCall, b: FloorCall): number {
  const [one, other] = [a.who.name ?? '', b.who.name ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return a.requestId < b.requestId ? -1 : 1;
}
