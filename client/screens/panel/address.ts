import { useMemo, useSyncExternalStore } from 'react';

/** Where in the panel a reader is; what a link to it says. */
export interface Address {
  readonly thread: string | null;
  /** The contribution whose exchange is read alone. */
  readonly exchange: string | null;
  /** The contribution the link leads to. */
  readonly marked: string | null;
}

export function useAddress(): Address {
  const here = useSyncExternalStore(subscribe, () => location.search + location.hash);
  return useMemo(() => addressOf(here), [here]);
}

export function goTo({ thread, exchange, marked }: Address, how: 'push' | 'replace' = 'push'): void {
  const query = new URLSearchParams();
  if (thread) query.set('thread', thread);
  if (exchange) query.set('exchange', exchange);
  const search = query.size > 0 ? `?${query}` : '';
  const target = `${location.pathname}${search}${marked ? `#${marked}` : ''}`;
  if (target === location.pathname + location.search + location.hash) return;
  if (how === 'push') history.pushState(history.state, '', target);
  else history.replaceState(history.state, '', target);
}

export function permalink(panelId: string, contributionId: string): string {
  return `${location.origin}/panels/${panelId}#${contributionId}`;
}

function addressOf(here: string): Address {
  const [search = '', hash = ''] = here.split('#');
  const query = new URLSearchParams(search);
  return { thread: query.get('thread'), exchange: query.get('exchange'), marked: hash || null };
}

/** The router tells of each change of the address by an event of the same name. */
const CHANGES = ['popstate', 'pushState', 'replaceState', 'hashchange'];

function subscribe(listener: () => void): () => void {
  for (const name of CHANGES) addEventListener(name, listener);
  return () => CHANGES.forEach((name) => removeEventListener(name, listener));
}
