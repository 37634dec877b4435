import type { DocketEvent, RecordEvent } from '../events.js';
import type { Keyed } from '../keyed.js';
import { SLOT_S } from '../limits.js';
import type { Floor, SpeechRequest } from '../state.js';

type FloorEvent = Extract<RecordEvent, { type: 'FloorSet' | 'FloorGiven' | 'FloorEnded' }>;
type RequestEvent = Extract<
  DocketEvent,
  { type: 'FloorAsked' | 'FloorLeft' | 'FloorDeclined' | 'FloorYielded' | 'FloorCalled' }
>;

export const initialFloor: Floor = { open: false, slotSeconds: SLOT_S, speaking: null, spoken: 0, overrides: 0 };

export function evolveFloor(floor: Floor, event: FloorEvent, at: number): Floor {
  switch (event.type) {
    case 'FloorSet':
      return { ...floor, open: event.open, slotSeconds: event.slotSeconds };
    case 'FloorGiven': {
      const { requestId, kind, threadId } = event;
      const speaker = event.body ?? { speaker: null };
      return {
        ...floor,
        speaking: { requestId, kind, threadId, at, ...speaker },
        spoken: floor.spoken + 1,
        overrides: floor.overrides + Number(event.override === true),
      };
    }
    case 'FloorEnded':
      return floor.speaking?.requestId === event.requestId ? { ...floor, speaking: null } : floor;
  }
}

/** The clock of a speech stands still while the panel is paused: what was left of the turn is left afterwards. */
export function afterPause(floor: Floor, pausedAt: number | null, at: number): Floor {
  const { speaking } = floor;
  if (!speaking || pausedAt === null) return floor;
  return { ...floor, speaking: { ...speaking, at: speaking.at + at - Math.max(pausedAt, speaking.at) } };
}

/** Letting others go first is the queue’s business: the request stays as it is. */
export function evolveRequests(requests: Keyed<SpeechRequest>, event: RequestEvent, at: number): Keyed<SpeechRequest> {
  switch (event.type) {
    case 'FloorAsked':
      return requests.has(event.requestId) ? requests : requests.set(event.requestId, asked(event, at));
    case 'FloorLeft':
      return requests.update(event.requestId, (request) => ({ ...request, state: 'left', note: '' }));
    case 'FloorDeclined': {
      const { requestId, rule, body } = event;
      const declined = { rule, note: body?.note ?? '', at };
      return requests.update(requestId, (request) => ({ ...request, state: 'declined', declined }));
    }
    case 'FloorCalled':
      return requests.update(event.requestId, (request) => ({ ...request, state: 'called' }));
    case 'FloorYielded':
      return requests;
  }
}

function asked(event: Extract<RequestEvent, { type: 'FloorAsked' }>, at: number): SpeechRequest {
  const { requestId: id, kind, threadId, body } = event;
  const { author = '', note = '', role = null } = body ?? {};
  return { id, author, role, kind, threadId, note, at, state: 'waiting' };
}
