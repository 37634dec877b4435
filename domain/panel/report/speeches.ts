import type { Entry } from '../events.js';
import type { SeatId } from '../roles.js';

/** One request to speak, from asking to the end of the speech. Times in ms since the epoch. */
export interface Speech {
  readonly speaker: SeatId;
  readonly askedAt: number;
  /** null: never given the floor. */
  readonly from: number | null;
  /** null: waited to the end, or was heard. */
  readonly leftAt: number | null;
  readonly seconds: number;
}

export function speechesOf(entries: readonly Entry[]): readonly Speech[] {
  const speeches = new Map<string, Speech>();
  const change = (id: string, with_: (speech: Speech) => Speech) => {
    const speech = speeches.get(id);
    if (speech) speeches.set(id, with_(speech));
  };
  for (const { event, at } of entries) {
    if (event.type === 'FloorAsked' && event.body) {
      speeches.set(event.requestId, { speaker: event.body.author, askedAt: at, from: null, leftAt: null, seconds: 0 });
    }
    const hasEnded = event.type === 'FloorLeft' || event.type === 'FloorDeclined';
    if (hasEnded) change(event.requestId, (speech) => ({ ...speech, leftAt: at }));
    if (event.type === 'FloorGiven') change(event.requestId, (speech) => ({ ...speech, from: at }));
    if (event.type === 'FloorEnded') change(event.requestId, (speech) => ({ ...speech, seconds: event.seconds }));
  }
  return [...speeches.values()];
}
