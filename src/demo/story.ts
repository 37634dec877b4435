import type { Role } from '../../domain/panel/roles.js';

/** A panel of the demonstration, written down. All times are seconds after it opened. */
export interface Story {
  readonly title: string;
  readonly description: string;
  readonly languages: readonly string[];
  readonly threads: readonly { readonly key: string; readonly title: string; readonly lang: string }[];
  /** By key. There must be a `host`, a `moderator` and an `interpreter`. */
  readonly cast: Readonly<Record<string, { readonly name: string; readonly role: Role }>>;
  readonly lines: readonly Line[];
  readonly lasts: number;
}

export interface Line {
  readonly at: number;
  readonly by: string;
  readonly thread: string;
  readonly lang: string;
  readonly text: string;
  /** Its key, where another line speaks of it. */
  readonly as?: string;
  /** The key of what it answers. */
  readonly to?: string;
  readonly kind?: 'question';
  /** Seconds until a moderator decides. */
  readonly after?: number;
  /** `publish` where nothing is said. */
  readonly outcome?: 'wait' | Declined | Revised | HandedOn;
  /** By name where nothing is said. */
  readonly shown?: 'role';
  /** How many agree, pass and disagree. */
  readonly votes?: readonly [agree: number, pass: number, disagree: number];
  readonly renderings?: Renderings;
  readonly posed?: { readonly to: readonly string[]; readonly answers: readonly Answered[] };
  readonly pinned?: true;
}

export interface Declined {
  readonly decline: string;
  readonly note: string;
}

/** Left to a host by the moderator, who says why. It goes on waiting. */
export interface HandedOn {
  readonly escalate: string;
}

/** Sent back to its author, who may come back with other words. */
export interface Revised {
  readonly revise: string;
  readonly again?: { readonly after: number; readonly text: string };
}

export interface Answered {
  readonly by: string;
  readonly after: number;
  readonly lang: string;
  readonly text: string;
  readonly renderings?: Renderings;
}

/** Text by language tag. */
export type Renderings = Readonly<Record<string, string>>;
