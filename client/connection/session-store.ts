import type { Reply } from '../../domain/wire/protocol.js';
import type { Tabs } from './tabs.js';

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

/** null: no answer came. */
export interface SessionSource {
  me(): Promise<Reply<{ readonly session: Session | null }> | null>;
  signOut(): Promise<Reply<unknown> | null>;
}

const AGAIN_MS = 3000;

/** One for the tab, in step with the other tabs. What it shows is replaced, never changed. */
export class SessionStore {
  private shown: SessionShown = { state: 'asking', session: null };
  private readonly listeners = new Set<() => void>();
  private waiting: Promise<Session | null | undefined> | null = null;

  /** `forget` takes everything of a person’s off this device. */
  constructor(
    private readonly source: SessionSource,
    private readonly tabs: Tabs<'changed'>,
    private readonly forget: (personId: string) => Promise<void>,
  ) {
    tabs.hear(() => void this.ask());
  }

  readonly snapshot = (): SessionShown => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.shown.state === 'asking' && !this.waiting) void this.ask();
    return () => void this.listeners.delete(listener);
  };

  /** Asks the server now. undefined: it did not answer; while nothing is known it is asked again in a while. */
  ask(): Promise<Session | null | undefined> {
    const asking = this.askNow();
    this.waiting = asking;
    return asking;
  }

  /** Resolves as soon as it is known. */
  async known(): Promise<Session | null> {
    while (this.shown.state === 'asking') await (this.waiting ?? this.ask());
    return this.shown.session;
  }

  /** After somebody signed in or joined in this tab. */
  async refresh(): Promise<void> {
    const before = this.shown;
    await this.ask();
    if (this.shown !== before) this.tabs.tell('changed');
  }

  /** Whether the server did it; then nothing of theirs is left on this device. */
  async signOut(): Promise<boolean> {
    const done = await this.source.signOut();
    if (!done?.ok) return false;
    const { session } = this.shown;
    if (session) await this.forget(session.personId);
    this.know(null);
    this.tabs.tell('changed');
    return true;
  }

  private async askNow(): Promise<Session | null | undefined> {
    const me = await this.source.me();
    if (me?.ok) return this.know(me.value.session);
    if (this.shown.state === 'asking') await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    if (this.shown.state === 'asking') return this.askNow();
    return undefined;
  }

  private know(session: Session | null): Session | null {
    const { state, session: before } = this.shown;
    const isSame = before?.sessionId === session?.sessionId && before?.name === session?.name;
    if (state === 'known' && isSame) return before;
    this.shown = { state: 'known', session };
    for (const listener of this.listeners) listener();
    return session;
  }
}
