import type { Choice, HouseRule, Kind, RecordEntry, Verdict } from '../panel/events.js';
import type { Role, SeatId } from '../panel/roles.js';
import type { Phase, RecordState, Standing } from '../panel/state.js';

/** Names of people in one panel, by seat. A name is fixed once its seat has spoken in the panel. */
export type People = Readonly<Record<SeatId, Person>>;

export interface Person {
  readonly name: string;
  readonly affiliation: string;
  /** The highest role the person holds in this panel, for display. */
  readonly role: Role;
}

/** A stretch of the record. `head` is the last seq there is; `entries` are dense and ascending. */
export interface RecordPage {
  readonly panelId: string;
  /** Changes when the forum is restored from a backup: a client that sees another epoch forgets all it has. */
  readonly epoch: string;
  readonly head: number;
  readonly entries: readonly RecordEntry[];
  readonly people: People;
}

/**
 * A record state in JSON: maps become arrays ordered by seq. `complete: false` means that only the latest contributions,
 * their ancestors and everything posed or pinned are included; earlier ones are read from the record.
 */
export interface Snapshot extends Omit<RecordState, 'threads' | 'contributions'> {
  readonly threads: readonly RecordThread[];
  readonly contributions: readonly RecordContribution[];
  readonly complete: boolean;
}
type RecordThread = RecordState['threads'] extends Iterable<readonly [string, infer T]> ? T : never;
type RecordContribution = RecordState['contributions'] extends Iterable<readonly [string, infer C]> ? C : never;

/** What a moderator at the desk sees of an item: its words and the exchange it answers. No name, group, time or reason for the order. */
export interface DeskItem {
  readonly contributionId: string;
  readonly kind: Kind;
  readonly threadId: string;
  readonly threadTitle: string;
  readonly text: string;
  readonly lang: string;
  /** The published words it answers, oldest first. */
  readonly exchange: readonly { readonly text: string; readonly lang: string }[];
  /** The text before it came back from its author, where a moderator asked to revise. */
  readonly before: string | null;
  /** Published already and to be read afterwards. */
  readonly published: boolean;
  readonly leaseUntil: number;
}

export interface DeskDecision {
  readonly contributionId: string;
  readonly text: string;
  readonly lang: string;
  readonly verdict: Verdict;
  readonly rule: HouseRule | null;
  readonly note: string;
  /** The instant up to which `undoDecision` works; null when it is over. */
  readonly undoUntil: number | null;
}

export type WaitStep = 'none' | 'under-1-min' | 'under-5-min' | 'under-15-min' | 'over-15-min';

/** The whole desk for one moderator. Sent whole whenever it changes; `revision` grows by one each time. */
export interface DeskView {
  readonly panelId: string;
  readonly revision: number;
  readonly waiting: number;
  readonly oldest: WaitStep;
  /** Items this moderator holds. */
  readonly held: readonly DeskItem[];
  /** How many items each other moderator holds. */
  readonly others: readonly { readonly seat: SeatId; readonly name: string; readonly holding: number }[];
  /** This moderator’s latest decisions, newest first, at most 20. */
  readonly recent: readonly DeskDecision[];
  readonly proposals: readonly { readonly threadId: string; readonly title: string; readonly lang: string }[];
}

/** What an author is told with every restrictive decision (DSA art. 17). */
export interface StatementOfReasons {
  readonly verdict: Exclude<Verdict, 'publish'>;
  readonly rule: HouseRule | null;
  readonly note: string;
  readonly at: number;
  /** What was done, and how far it reaches. */
  readonly scope: 'this-contribution';
  readonly decidedBy: 'moderator';
  readonly automated: false;
}

export interface MineItem {
  readonly contributionId: string;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly kind: Kind;
  readonly text: string;
  readonly lang: string;
  readonly standing: Standing;
  readonly at: number;
  /** How many people wait before this one, this item’s author included; null when it does not wait. */
  readonly place: number | null;
  readonly statement: StatementOfReasons | null;
}

export interface MineProposal {
  readonly threadId: string;
  readonly title: string;
  readonly standing: 'waiting' | 'published' | 'declined';
  readonly statement: StatementOfReasons | null;
}

/** An author’s own items. Whole on request; afterwards `MineChange`s whose `revision` follows on. */
export interface MineView {
  readonly panelId: string;
  readonly revision: number;
  readonly items: readonly MineItem[];
  readonly proposals: readonly MineProposal[];
  readonly votes: Readonly<Record<string, Choice>>;
}

/** `previous` is the revision this change follows; when it is not the one held, ask for the whole view. */
export interface MineChange {
  readonly panelId: string;
  readonly previous: number;
  readonly revision: number;
  readonly items: readonly MineItem[];
  readonly proposals: readonly MineProposal[];
}

export interface PanelSummary {
  readonly panelId: string;
  readonly forumId: string;
  readonly title: string;
  readonly description: string;
  readonly languages: readonly string[];
  readonly phase: Phase;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly head: number;
  readonly published: number;
  readonly access: 'open' | 'invitation';
}

export interface ForumSummary {
  readonly forumId: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
}
