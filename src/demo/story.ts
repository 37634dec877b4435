import type { GroupTerms, SpeechKind } from '../../domain/panel/events.js';
import type { Role } from '../../domain/panel/roles.js';

/** A panel of the demonstration, written down. All times are seconds after it opened. */
export interface Story {
  readonly title: string;
  readonly description: string;
  readonly languages: readonly string[];
  readonly threads: readonly { readonly key: string; readonly title: string; readonly lang: string }[];
  readonly groups: readonly GroupTerms[];
  /** By key. There must be a `host`, a `moderator`, a `second` one and an `interpreter`. */
  readonly cast: Readonly<Record<string, Cast>>;
  readonly lines: readonly Line[];
  readonly floor: StoryFloor;
  readonly lasts: number;
}

export interface Cast {
  readonly name: string;
  readonly role: Role;
  /** What somebody vouches they count for. */
  readonly groups?: readonly string[];
}

/** Who asked to speak, and when the host gave the floor: to whom, the order said, unless somebody is named. */
export interface StoryFloor {
  /** How long a turn is from when on; the first opens the floor. */
  readonly slots: readonly { readonly at: number; readonly seconds: number }[];
  readonly asks: readonly Ask[];
  readonly calls: readonly Call[];
}

export interface Ask {
  readonly at: number;
  readonly by: string;
  /** `topic` where nothing is said. */
  readonly kind?: SpeechKind;
  readonly thread?: string;
  readonly note?: string;
}

export interface Call {
  readonly at: number;
  /** Seconds. */
  readonly lasts: number;
  readonly by?: string;
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
  /** Seconds until a moderator decides on whatever is next then. */
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
  /** What the second moderator writes, who knows nothing of the first. */
  readonly again: string;
  readonly appeal?: Appealed;
}

/** The author asks that somebody else decide; the host finds that they are right, and publishes. */
export interface Appealed {
  readonly after: number;
  readonly note: string;
  readonly overturned: { readonly after: number; readonly answer: string };
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
