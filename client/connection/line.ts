import type { MessageName, Messages, Pushes, Reply } from '../../domain/wire/protocol.js';

/** `offline`: this device has no network. `ended`: the server signed this person out; only they can go on. */
export type LineState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'ended';

export type Ears = { readonly [K in keyof Pushes]?: (push: Pushes[K]) => void } & {
  readonly state?: (state: LineState) => void;
};

/** The way to the server, whatever carries it. */
export interface Line {
  readonly state: LineState;
  /** null: no answer came. The message may or may not have arrived; an intent may be sent again under its own id. */
  ask<N extends MessageName>(name: N, body: Messages[N]['body']): Promise<Reply<Messages[N]['reply']> | null>;
  /** Calls back until the returned function is called. */
  hear(ears: Ears): () => void;
}

/** Who listens on a line. */
export class Listeners {
  private readonly all = new Set<Ears>();

  add(ears: Ears): () => void {
    this.all.add(ears);
    return () => void this.all.delete(ears);
  }

  tell<K extends keyof Pushes>(name: K, push: Pushes[K]): void {
    for (const ears of this.all) (ears[name] as ((push: Pushes[K]) => void) | undefined)?.(push);
  }

  tellState(state: LineState): void {
    for (const ears of this.all) ears.state?.(state);
  }
}
