import { useSyncExternalStore } from 'react';
import type { SessionShown } from './session-store.js';
import { sendWhatWaits, session, unsent } from './this-tab.js';

export interface SessionInUse extends SessionShown {
  /** Signs out and forgets everything of this person’s on this device. Whether the server did it. */
  signOut(): Promise<boolean>;
  /** Asks the server again: call it after somebody signed in or joined. */
  refresh(): void;
  /** How many messages of this person’s the forum does not have yet: ask before signing out. */
  unsent(): Promise<number>;
}

const actions = {
  signOut: () => session.signOut(),
  refresh: () => void session.refresh(),
  unsent,
};

export function useSession(): SessionInUse {
  const shown = useSyncExternalStore(subscribe, session.snapshot);
  return { ...shown, ...actions };
}

function subscribe(listener: () => void): () => void {
  const stop = session.subscribe(listener);
  void sendWhatWaits();
  return stop;
}
