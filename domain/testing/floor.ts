import type { PanelEvent, SpeechKind } from '../panel/events.js';
import type { SeatId } from '../panel/roles.js';

/** Facts of the floor for specs to begin with. */
export const floorOpened: PanelEvent = { type: 'FloorSet', open: true, slotSeconds: 120 };

export function asked(requestId: string, author: SeatId, kind: SpeechKind = 'topic'): PanelEvent {
  return { type: 'FloorAsked', requestId, kind, threadId: null, body: { author, note: '' } };
}

export function given(requestId: string, speaker: SeatId, kind: SpeechKind = 'topic'): readonly PanelEvent[] {
  const lane = kind === 'topic' ? 'equity' : kind;
  return [
    { type: 'FloorCalled', requestId, by: 'host', lane },
    { type: 'FloorGiven', requestId, kind, threadId: null, body: { speaker } },
  ];
}

export function ended(requestId: string, seconds: number): PanelEvent {
  return { type: 'FloorEnded', requestId, seconds };
}
