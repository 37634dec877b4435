import type { RecordState, Speech } from '../../domain/panel/state.js';
import { useNow } from '../ui/now.js';

export interface Slot {
  /** ms spoken, and ms left of the turn in whole seconds: below 0 when it is over. */
  readonly spoken: number;
  readonly left: number;
  /** The part of the turn that is left, 0 to 1. */
  readonly share: number;
}

/** How long whoever has the floor has spoken; the clock stands still while the panel is paused. */
export function useSlot({ at }: Pick<Speech, 'at'>, record: Pick<RecordState, 'floor' | 'pausedAt'>): Slot {
  const { slotSeconds } = record.floor;
  const now = useNow(1000);
  const spoken = Math.max(0, (record.pausedAt ?? now) - at);
  const left = Math.ceil(slotSeconds - spoken / 1000);
  return { spoken, left: left * 1000, share: Math.min(1, Math.max(0, left / slotSeconds)) };
}
