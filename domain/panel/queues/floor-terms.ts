import type { Lane, Reason } from '../../amplify/queue/rule.js';
import type { PanelEvent } from '../events.js';
import type { OwedTo } from './people-heard.js';

/** How a speech came about: by the order of the floor, or chosen by hand. */
export type FloorLane = Lane | 'order' | 'reply';

export interface NextSpeech {
  readonly requestId: string;
  readonly lane: Exclude<FloorLane, 'override'>;
  readonly reason: Reason | 'ORDER' | 'REPLY';
}

/** Where somebody who asked to speak stands. For their own eyes. */
export interface FloorStanding {
  /** From 1; null beyond the first hundred. */
  readonly place: number | null;
  /** ms since the epoch: since when they wait. */
  readonly since: number;
  /** Has not spoken in this panel yet. */
  readonly first: boolean;
  /** Waits for a turn, not in the order of asking: may let others go first, and whether they do. */
  readonly mayYield: boolean;
  readonly yielding: boolean;
  /** Groups they count for, of a topic. */
  readonly owed: readonly OwedTo[];
}

/** What changes who is next, or who waits. */
export const MOVES_FLOOR: ReadonlySet<PanelEvent['type']> = new Set<PanelEvent['type']>([
  'FloorSet',
  'FloorAsked',
  'FloorLeft',
  'FloorDeclined',
  'FloorYielded',
  'FloorCalled',
  'FloorEnded',
  'ProfileRenewed',
  'PanelClosed',
  'PanelArchived',
]);
