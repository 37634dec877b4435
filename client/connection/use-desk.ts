import { useMemo, useSyncExternalStore } from 'react';
import type { DeskShown, DeskStore } from './desk-store.js';
import { deskStore } from './this-tab.js';

/** The desk as this moderator sees it and the store to act through. Open while a component is mounted that uses it. */
export function useDesk(panelId: string): readonly [DeskShown, DeskStore] {
  const store = useMemo(() => deskStore(panelId), [panelId]);
  return [useSyncExternalStore(store.subscribe, store.snapshot), store];
}
