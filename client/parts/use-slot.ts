import type { Floor, Speech } from '../../domain/panel/state.js';
import { useNow } from '../ui/now.js';

export interface Slot {
  /** ms spoken, and ms left of the turn in whole seconds: below 0 when it is over. */
  readonly spoken: number;
  readonly left: number;
  /** The part of the turn that is left, 0 to 1. */
  readonly share: number;
}

/** How long whoever has the floor has spoken. */
export function useSlot({ at }: Pick<Speech, 'at'>, { slotSeconds }: Pick<Floor, 'slotSeconds'>): Slot {
  const spoken = Math.max(0, useNow(1000) - at);
  const left = Math.ceil(slotSeconds - spoken / 1000);
  return { spoken, left: left * 1000, share: Math.min(1, Math.max(0, left / slotSeconds)) };
}
