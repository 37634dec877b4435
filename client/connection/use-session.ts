import { useSyncExternalStore } from 'react';
import { SessionStore, type Session, type SessionShown } from './session-store.js';

export interface SessionInUse extends SessionShown {
  readonly session: Session | null;
  /** Signs out and forgets everything of this person’s on this device. */
  signOut(): Promise<void>;
  /** Asks the server again, after somebody signed in or joined. */
  refresh(): void;
  /** How many messages of this person’s the forum does not have yet: ask before signing out. */
  unsent(): Promise<number>;
}

const store = new SessionStore();

const actions = {
  signOut: async () => void (await store.signOut()),
  refresh: () => void store.ask(),
  unsent: () => Promise.resolve(0),
};

export function useSession(): SessionInUse {
  const shown = useSyncExternalStore(store.subscribe, store.snapshot);
  return { ...shown, ...actions };
}
