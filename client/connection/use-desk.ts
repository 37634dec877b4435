import { useMemo, useSyncExternalStore } from 'react';
import { DeskStore, type DeskShown } from './desk-store.js';
import { panelStore, theLine } from './this-tab.js';

/** The desk as this moderator sees it and the store to act through. Open while a component is mounted that uses it. */
export function useDesk(panelId: string): readonly [DeskShown, DeskStore] {
  const store = useMemo(() => new DeskStore(panelStore(panelId), theLine()), [panelId]);
  return [useSyncExternalStore(store.subscribe, store.snapshot), store];
}
