import { useSyncExternalStore } from 'react';
import type { SessionShown } from './session-store.js';
import { session, unsent } from './this-tab.js';

export interface SessionInUse extends SessionShown {
  /** Signs out and forgets everything of this person’s on this device. Whether the server did it. */
  signOut(): Promise<boolean>;
  /** Asks the server again: call it after somebody signed in or joined. */
  refresh(): Promise<void>;
  /** How many messages of this person’s the forum does not have yet: ask before signing out. */
  unsent(): Promise<number>;
}

const actions = {
  signOut: () => session.signOut(),
  refresh: () => session.refresh(),
  unsent,
};

export function useSession(): SessionInUse {
  const shown = useSyncExternalStore(session.subscribe, session.snapshot);
  return { ...shown, ...actions };
}
