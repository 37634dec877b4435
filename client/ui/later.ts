import { useEffect, useSyncExternalStore, type ComponentType } from 'react';

export interface LaterShown<P> {
  readonly Part: ComponentType<P> | null;
  /** It was asked for and could not be fetched; another try may do it. */
  readonly hasFailed: boolean;
}

/**
 * A part whose code comes after the first load. `lazy` would remember for ever that a fetch failed and take the whole page
 * down with it; this one is fetched ahead while the page rests, and can be tried again.
 */
export class Later<P> {
  private shown: LaterShown<P> = { Part: null, hasFailed: false };
  private fetching: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly load: () => Promise<ComponentType<P>>) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly snapshot = () => this.shown;

  readonly fetch = async (): Promise<void> => {
    if (this.shown.Part) return;
    this.fetching ??= this.load()
      .then(
        (Part) => this.show({ Part, hasFailed: false }),
        () => this.show({ Part: null, hasFailed: true }),
      )
      .finally(() => (this.fetching = null));
    await this.fetching;
  };

  /** Some browsers remember for as long as a page stands that a fetch failed: it is drawn anew, if the forum is there. */
  readonly again = async (): Promise<void> => {
    await this.fetch();
    if (!this.shown.Part && (await isThere())) location.reload();
  };

  private show(shown: LaterShown<P>): void {
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}

/** Fetches it while the page rests, at once when it is wanted, and anew whenever the network is back. */
export function useLater<P>(later: Later<P>, isWanted: boolean): LaterShown<P> {
  useEffect(() => {
    const fetch = () => void later.fetch();
    if (!isWanted) return whenIdle(fetch);
    fetch();
    addEventListener('online', fetch);
    return () => removeEventListener('online', fetch);
  }, [later, isWanted]);
  return useSyncExternalStore(later.subscribe, later.snapshot);
}

const REST_MS = 1_000;

async function isThere(): Promise<boolean> {
  return fetch(location.href, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Not every browser says when it rests. */
function whenIdle(then: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(then, { timeout: REST_MS });
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(then, REST_MS);
  return () => clearTimeout(timer);
}
