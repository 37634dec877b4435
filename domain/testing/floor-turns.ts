import { DEFAULT_RULE, type Claim, type QueueRule } from '../amplify/queue/rule.js';
import type { PanelEvent } from '../panel/events.js';
import type { NextSpeech } from '../panel/queues/floor-terms.js';
import { FloorTurns } from '../panel/queues/floor-turns.js';
import { ended, floorOpened } from './floor.js';

export const SLOT = 120;

interface Given {
  readonly rule?: QueueRule;
  readonly claims?: Readonly<Record<string, readonly Claim[]>>;
}

let clock = 0;

/** A floor that is open, with these facts. */
export function floorOf(given: Given | PanelEvent, ...events: readonly PanelEvent[]): FloorTurns {
  const { rule = DEFAULT_RULE, claims = {} } = 'type' in given ? {} : given;
  const floor = new FloorTurns(rule, (seat) => claims[seat] ?? []);
  clock = 0;
  apply(floor, floorOpened, ...('type' in given ? [given] : []), ...events);
  return floor;
}

/** Each a moment later. */
export function apply(floor: FloorTurns, ...events: readonly PanelEvent[]): void {
  for (const event of events) floor.apply({ event, at: clock++ });
}

export function call(requestId: string, lane: NextSpeech['lane'] | 'override' = 'equity'): PanelEvent {
  return { type: 'FloorCalled', requestId, by: 'host', lane };
}

/** Given the floor for one slot. */
export function spoken(requestId: string, lane: NextSpeech['lane'] | 'override' = 'equity'): readonly PanelEvent[] {
  return [call(requestId, lane), ended(requestId, SLOT)];
}

export function ids(speeches: readonly NextSpeech[]): readonly string[] {
  return speeches.map(({ requestId }) => requestId);
}
