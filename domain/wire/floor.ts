import type { Attribution, HouseRule, SpeechKind } from '../panel/events.js';
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

/** The floor as everybody sees it. Never in a journal: who is next changes with every speech, and with no newcomer. */
export interface FloorShown {
  readonly panelId: string;
  /** One may ask to speak now. */
  readonly open: boolean;
  readonly slotSeconds: number;
  readonly speaking: (FloorCall & { readonly at: number }) | null;
  /** null while somebody speaks: it is chosen then. */
  readonly next: FloorCall | null;
  /** How many requests wait. */
  readonly waiting: number;
}

/** Why a request waits no more without having been heard. */
export interface RequestEnded {
  readonly why: 'declined' | 'closed';
  /** Of what was declined. */
  readonly statement: { readonly rule: HouseRule; readonly note: string; readonly at: number } | null;
}

/** One’s own request, waiting, speaking or ended unheard; the reasons for its place are for nobody else. */
export interface OwnRequest {
  readonly requestId: string;
  readonly kind: SpeechKind;
  readonly threadId: string | null;
  readonly note: string;
  readonly attribution: Attribution;
  readonly isSpeaking: boolean;
  /** null while it waits or is heard; what was declined is told until they ask for the same again. */
  readonly ended: RequestEnded | null;
  /** From 1; null beyond the first hundred, and where it does not wait. */
  readonly place: number | null;
  /** Why it stands there; null where it does not wait. */
  readonly turn: MineTurn | null;
  readonly mayYield: boolean;
  readonly yielding: boolean;
}

/** What groups had and are owed, told of groups large enough, in steps of people heard and of half turns. */
export interface Fairness {
  /** Groups of whom nobody had spoken when the last five people more had; of sensitive ones when the last ten had. */
  readonly unheard: number;
  /** How many groups that was told of. */
  readonly of: number;
  /** Most first, half a turn at least, when the last ten people more had spoken; null before. */
  readonly owed: readonly { readonly title: string; readonly turns: number }[] | null;
}

export type HostedCall = FloorCall & { readonly note: string };

/** What whoever gives the floor sees besides. No time, no reason, no group of anybody. */
export interface HostedFloor {
  /** For hosts the next five in the order; for moderators what everybody sees: where a newcomer stands tells of them. */
  readonly coming: readonly HostedCall[];
  /** For hosts everybody else who waits, by name. */
  readonly others: readonly HostedCall[];
  /** The part of all speeches chosen by hand, 0 to 1, and whether that is more than one in five. */
  readonly overrideShare: number;
  readonly isOverridden: boolean;
  /** null until five people have spoken, and where no group may be told of. */
  readonly fairness: Fairness | null;
}

export interface FloorView extends FloorShown {
  readonly mine: readonly OwnRequest[];
  /** null for who does not host or moderate. */
  readonly hosting: HostedFloor | null;
}
