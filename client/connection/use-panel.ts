import { useMemo, useSyncExternalStore } from 'react';
import { FallbackLine } from './fallback-line.js';
import { HttpLine } from './http-line.js';
import type { Line } from './line.js';
import { PanelStore, type PanelShown } from './panel-store.js';
import { SocketLine } from './socket-line.js';

let line: Line | null = null;
const stores = new Map<string, PanelStore>();

/** The panel as it is held here and the store to act through. It is joined while a component is mounted that uses it. */
export function usePanel(panelId: string): readonly [PanelShown, PanelStore] {
  const store = useMemo(() => panelStore(panelId), [panelId]);
  return [useSyncExternalStore(store.subscribe, store.snapshot), store];
}

/** One a panel for the tab: the panel and its desk share it. */
export function panelStore(panelId: string): PanelStore {
  const store = stores.get(panelId) ?? new PanelStore(panelId, theLine());
  stores.set(panelId, store);
  return store;
}

/** One for the tab, opened when it is first needed. */
export function theLine(): Line {
  line ??= openLine();
  return line;
}

function openLine(): Line {
  const socket = new SocketLine();
  addEventListener('online', () => socket.networkChanged(true));
  addEventListener('offline', () => socket.networkChanged(false));
  return new FallbackLine(socket, new HttpLine());
}
