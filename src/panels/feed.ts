import type { Entry } from '../../domain/panel/events.js';
import type { PanelQueues } from '../../domain/panel/queues/panel-queues.js';
import type { PanelState } from '../../domain/panel/state.js';

/** What happened in a panel, after it was committed. */
export interface Happened {
  readonly panelId: string;
  readonly before: PanelState;
  readonly after: PanelState;
  /** Who is next now. Behind the wall of claims: only an author’s own place and a host’s gauges are told from it. */
  readonly queues: PanelQueues;
  readonly entries: readonly Entry[];
}

type Listener = (happened: Happened) => void;

/** Where rooms tell what was committed. Knows nobody who listens. */
export class Feed {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly everywhere = new Set<Listener>();

  /** A listener that throws would stop the room: it must not. Errors go here. */
  onError: (error: unknown) => void = () => undefined;

  subscribe(panelId: string, listener: Listener): () => void {
    const listeners = this.listeners.get(panelId) ?? new Set();
    listeners.add(listener);
    this.listeners.set(panelId, listeners);

    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(panelId) === listeners) this.listeners.delete(panelId);
    };
  }

  /** What happens in any panel. Does not count as following one. */
  subscribeToAll(listener: Listener): () => void {
    this.everywhere.add(listener);
    return () => this.everywhere.delete(listener);
  }

  isFollowed(panelId: string): boolean {
    return this.listeners.has(panelId);
  }

  publish(happened: Happened): void {
    for (const listener of [...(this.listeners.get(happened.panelId) ?? []), ...this.everywhere]) {
      try {
        listener(happened);
      } catch (error) {
        this.onError(error);
      }
    }
  }
}
