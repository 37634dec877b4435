import { useCallback, useEffect, useState } from 'react';
import type { FloorShown, FloorView } from '../../domain/wire/floor.js';
import { call } from './api.js';
import type { PanelShown } from './panel-shown.js';
import { usePolled } from './use-polled.js';

/** What is pushed may get lost: whoever waits or hosts looks again sooner than whoever only reads. */
const CONCERNED_MS = 15_000;
const READING_MS = 120_000;

export interface FloorHeld {
  readonly view: FloorView | null;
  /** After something of one’s own was said to it. */
  again(): void;
}

/** The floor for this reader. What everybody sees of it is pushed; whoever waits or hosts asks for the rest when it moved. */
export function useFloor(panelId: string, { floor, record }: Pick<PanelShown, 'floor' | 'record'>): FloorHeld {
  const [held, hold] = useState<Held>({ value: null, floor: null, view: null });
  const { view } = held;
  const isConcerned = view !== null && (view.hosting !== null || view.mine.some(({ ended }) => !ended));
  const ask = useCallback(() => call<FloorView>(`/panels/${encodeURIComponent(panelId)}/floor`), [panelId]);
  const { value, again } = usePolled(ask, isConcerned ? CONCERNED_MS : READING_MS);
  if (value !== held.value || floor !== held.floor) hold(afterHearing(held, value, floor));

  const speaking = record?.floor.speaking;
  useEffect(() => {
    if (isConcerned) again();
  }, [floor, speaking, isConcerned, again]);
  return { view, again };
}

interface Held {
  readonly value: FloorView | null;
  readonly floor: FloorShown | null;
  readonly view: FloorView | null;
}

/** Whichever of the two came last, the answer or the push, says what everybody sees. */
function afterHearing(held: Held, value: FloorView | null, floor: FloorShown | null): Held {
  const view = value === held.value ? held.view : value;
  return { value, floor, view: view && floor && floor !== held.floor ? { ...view, ...floor } : view };
}
