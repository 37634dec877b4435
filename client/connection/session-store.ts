import { call } from './api.js';

/** Who this browser is signed in as. */
export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  /** `guest`: joined with a display name. `member`: has a password or came from an identity provider. */
  readonly kind: 'guest' | 'member';
}

export interface SessionShown {
  readonly state: 'asking' | 'known';
  readonly session: Session | null;
}

const AGAIN_MS = 3000;

/** One for the tab. What it shows is replaced, never changed. */
export class SessionStore {
  private shown: SessionShown = { state: 'asking', session: null };
  private readonly listeners = new Set<() => void>();
  private turn = 0;

  readonly snapshot = (): SessionShown => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.shown.state === 'asking' && this.turn === 0) void this.ask();
    return () => void this.listeners.delete(listener);
  };

  /** Asks the server again. undefined: it did not answer; it is asked again in a while. */
  async ask(): Promise<Session | null | undefined> {
    const turn = ++this.turn;
    const me = await call<{ readonly session: Session | null }>('/me');
    if (turn !== this.turn) return this.shown.state === 'known' ? this.shown.session : undefined;
    if (me?.ok) return this.know(me.value.session);
    setTimeout(() => turn === this.turn && void this.ask(), AGAIN_MS);
    return undefined;
  }

  /** Whether the server did it. */
  async signOut(): Promise<boolean> {
    const done = await call('/sign-out', {});
    if (done?.ok) this.know(null);
    return done?.ok === true;
  }

  private know(session: Session | null): Session | null {
    const before = this.shown;
    const same = before.session?.sessionId === session?.sessionId && before.session?.name === session?.name;
    if (before.state === 'known' && same) return session;
    this.shown = { state: 'known', session };
    for (const listener of this.listeners) listener();
    return session;
  }
}
