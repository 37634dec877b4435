import { useMemo, useSyncExternalStore } from 'react';
import type { PanelShown, PanelStore } from './panel-store.js';
import { panelStore } from './this-tab.js';

/** The panel as it is held here and the store to act through. It is joined while a component is mounted that uses it. */
export function usePanel(panelId: string): readonly [PanelShown, PanelStore] {
  const store = useMemo(() => panelStore(panelId), [panelId]);
  return [useSyncExternalStore(store.subscribe, store.snapshot), store];
}
