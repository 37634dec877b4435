import type { Intent, ActType, ValueOf } from '../intents.js';
import type { Context, Outcome } from '../outcome.js';
import type { SeatId } from '../roles.js';
import type { PanelState } from '../state.js';

/** A context in which the actor is known to be seated, and allowed by role and phase to intend this. */
export interface Scene extends Context {
  readonly seat: SeatId;
}

export type Decide<K extends ActType> = (panel: PanelState, intent: Intent<K>, scene: Scene) => Outcome<ValueOf<K>>;
