import type { Attribution, SpeechKind } from '../panel/events.js';
import type { Role } from '../panel/roles.js';
import type { MineTurn } from './views.js';

/** Somebody as the floor shows them: `name` is null where they are shown by role only. */
export interface FloorVoice {
  readonly name: string | null;
  readonly affiliation: string;
  readonly role: Role;
}

export interface FloorCall {
  readonly requestId: string;
  readonly kind: SpeechKind;
  readonly threadId: string | null;
  readonly who: FloorVoice;
}

/** The floor as everybody sees it. Never in a journal: who is next changes with every speech. */
export interface FloorShown {
  readonly panelId: string;
  readonly open: boolean;
  readonly slotSeconds: number;
  readonly speaking: (FloorCall & { readonly at: number }) | null;
  readonly next: FloorCall | null;
  /** How many requests wait. */
  readonly waiting: number;
}

/** One’s own request, waiting or speaking; the reasons for its place are for nobody else. */
export interface OwnRequest {
  readonly requestId: string;
  readonly kind: SpeechKind;
  readonly threadId: string | null;
  readonly note: string;
  readonly attribution: Attribution;
  readonly isSpeaking: boolean;
  /** From 1; null beyond the first hundred, and while speaking. */
  readonly place: number | null;
  /** Why it stands there; null while speaking. */
  readonly turn: MineTurn | null;
  readonly mayYield: boolean;
  readonly yielding: boolean;
}

/** What groups had and are owed, told in steps of ten people heard and of half turns, of groups large enough. */
export interface Fairness {
  /** Groups of whom nobody has spoken. */
  readonly unheard: number;
  /** Most first, half a turn at least. */
  readonly owed: readonly { readonly title: string; readonly turns: number }[];
}

export type HostedCall = FloorCall & { readonly note: string };

/** What whoever gives the floor sees besides. No time, no reason, no group of anybody. */
export interface HostedFloor {
  /** The next five in the order. */
  readonly coming: readonly HostedCall[];
  /** Everybody else who waits, by name. */
  readonly others: readonly HostedCall[];
  /** The part of all speeches chosen by hand, 0 to 1, and whether that is more than one in five. */
  readonly overrideShare: number;
  readonly isOverridden: boolean;
  /** null until ten people have spoken, and where no group may be told of. */
  readonly fairness: Fairness | null;
}

export interface FloorView extends FloorShown {
  readonly mine: readonly OwnRequest[];
  /** null for who does not host or moderate. */
  readonly hosting: HostedFloor | null;
}
