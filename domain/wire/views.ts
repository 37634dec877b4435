import type { Attribution, Choice, Held, HouseRule, Kind, RecordEntry, Verdict } from '../panel/events.js';
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
  /** What another moderator said when they handed it on to a host; null where nobody did. */
  readonly escalation: { readonly note: string } | null;
  /** What screening noticed in the text: one of `LABELS`. */
  readonly labels: readonly string[];
  /** What moderators wrote for each other, oldest first; at a second look none of whoever looked. */
  readonly notes: readonly string[];
  /** Its author appeals against this decision; null where nobody does. */
  readonly appeal: DeskAppeal | null;
  readonly leaseUntil: number;
}

export interface DeskAppeal {
  readonly note: string;
  readonly decision: { readonly verdict: Verdict; readonly rule: HouseRule | null; readonly note: string };
}

/** An item to choose for a decision on many. In an order that tells nothing. */
export interface Choosable {
  readonly contributionId: string;
  readonly kind: Kind;
  readonly threadTitle: string;
  readonly text: string;
  readonly lang: string;
  readonly labels: readonly string[];
}

/** At most 300 items that wait and that this moderator may decide on; `more` where there are others. */
export interface Choosables {
  readonly panelId: string;
  readonly items: readonly Choosable[];
  readonly more: boolean;
}

/** How one moderator works: looks and decisions so far, and the median time from taking an item to them, in whole seconds. */
export interface Worker {
  readonly seat: SeatId;
  readonly name: string;
  readonly decisions: number;
  readonly medianSeconds: number | null;
  readonly holding: number;
}

/** One item in another moderator’s hands, in short. */
export interface HeldElsewhere {
  readonly contributionId: string;
  readonly threadTitle: string;
  /** The first 140 graphemes. */
  readonly text: string;
  readonly lang: string;
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
  /** Somebody else has still to look. */
  readonly awaitsSecond: boolean;
  /** The act on many it was part of, by which `undoMany` takes it back as long as nobody decided since. */
  readonly bulk: string | null;
}

export type WaitStep = 'none' | 'under-1-min' | 'under-5-min' | 'under-15-min' | 'over-15-min';

/** The whole desk for one moderator. Sent whole whenever it changes; `revision` grows by one each time. */
export interface DeskView {
  readonly panelId: string;
  readonly revision: number;
  readonly waiting: number;
  /** How many of them were handed on to a host. */
  readonly escalated: number;
  readonly oldest: WaitStep;
  /** Something has waited for ten minutes or more: to be read, to be looked at again, or to be answered. */
  readonly late: boolean;
  /** There is something that this moderator could take now. */
  readonly free: boolean;
  /** Where nothing is left for this moderator: how many items other moderators have still to look at. Otherwise 0. */
  readonly forOthers: number;
  /** Items this moderator holds. */
  readonly held: readonly DeskItem[];
  /** What each other moderator holds: how many, and the first three of them, none where second looks are on. */
  readonly others: readonly {
    readonly seat: SeatId;
    readonly name: string;
    readonly holding: number;
    readonly items: readonly HeldElsewhere[];
  }[];
  /** This moderator’s latest decisions, newest first, at most 20. */
  readonly recent: readonly DeskDecision[];
  readonly proposals: readonly { readonly threadId: string; readonly title: string; readonly lang: string }[];
  /** `inbound`: what came in within the last ten minutes, by whole minutes. */
  readonly work: { readonly inbound: number; readonly moderators: readonly Worker[] };
}

/** One decision of any moderator, for the history of the desk. No author and no time: `order` says what came first. */
export interface DecisionMade {
  /** Grows with time; the cursor of the history. */
  readonly order: number;
  readonly contributionId: string;
  readonly threadTitle: string;
  readonly kind: Kind;
  readonly text: string;
  readonly lang: string;
  readonly verdict: Verdict;
  readonly rule: HouseRule | null;
  readonly note: string;
  /** The moderator who decided. */
  readonly by: { readonly seat: SeatId; readonly name: string };
  readonly undone: boolean;
  /** It overturned an earlier decision. */
  readonly reversal: boolean;
  /** The last word on this item so far: only these can be reversed. */
  readonly inForce: boolean;
  /** Where the item stands now. */
  readonly standing: Standing;
}

/** Newest first. `next`: ask on with `before` = this; null when there is no more. */
export interface DeskHistory {
  readonly panelId: string;
  readonly decisions: readonly DecisionMade[];
  readonly next: number | null;
}

/** What an author is told with every restrictive decision (DSA art. 17). */
export interface StatementOfReasons {
  readonly verdict: Exclude<Verdict, 'publish'>;
  readonly rule: HouseRule | null;
  readonly note: string;
  /** The language its author wrote in: it is due in this one. */
  readonly lang: string;
  readonly at: number;
  /** How many moderators read it before. */
  readonly readBy: number;
  /** The instant up to which `appeal` works; null where it does not. */
  readonly appealUntil: number | null;
  /** What was done, and how far it reaches. */
  readonly scope: 'this-contribution';
  /** People decide. `automated`: a machine had it read first, or put a word to it for whoever read it. */
  readonly decidedBy: 'moderator';
  readonly automated: boolean;
}

/** For the author alone: it tells what they count for. */
export interface MineTurn {
  /** Since when they wait, ms since the epoch. */
  readonly since: number;
  /** They had no turn in this panel yet. */
  readonly first: boolean;
  /** Groups they count for, by id, and the half turns that large ones are owed; null where that may not be told. */
  readonly owed: readonly { readonly group: string; readonly turns: number | null }[];
}

export interface MineItem {
  readonly contributionId: string;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly kind: Kind;
  readonly text: string;
  readonly lang: string;
  readonly attribution: Attribution;
  readonly standing: Standing;
  readonly at: number;
  /** Its author’s place among those who wait; null when it does not wait, or beyond the first hundred. */
  readonly place: number | null;
  /** Why they stand there, while it waits for its turn. */
  readonly turn: MineTurn | null;
  readonly statement: StatementOfReasons | null;
  /** One moderator would not publish it, and a second one, who does not know, decides. */
  readonly secondLook: boolean;
  /** A machine has it read by a moderator first, for this reason; `service`: an outside one asked for it. */
  readonly held: Held | 'service' | null;
  /** What a moderator said with its publication. */
  readonly note: string;
  /** The panel was archived before it was decided, or before the second moderator looked that it was owed. */
  readonly lapsed: boolean;
  /** A decision restricts it against which its author has not appealed yet: possible until `statement.appealUntil`. */
  readonly mayAppeal: boolean;
  /** The latest appeal of its author. */
  readonly appeal: MineAppeal | null;
  /** A moderator finds that it says almost the same as this one and asks its author for consent to merge it. */
  readonly mergeInto: string | null;
}

export interface MineAppeal {
  readonly at: number;
  readonly note: string;
  /** What it was against does not hold any more, since its author went on, so that nobody answers. */
  readonly lapsed: boolean;
  /** `stands`: it came when the panel was over, so that nothing follows from it but this word. */
  readonly answer: {
    readonly at: number;
    readonly outcome: 'confirmed' | 'modified' | 'overturned';
    readonly stands: boolean;
    readonly rule: HouseRule | null;
    readonly text: string;
  } | null;
}

export interface MineProposal {
  readonly threadId: string;
  readonly title: string;
  /** `lapsed`: the panel was over before anybody decided. */
  readonly standing: 'waiting' | 'published' | 'declined' | 'lapsed';
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
  /** Six characters to type instead of the address; see `domain/panel/short-code`. */
  readonly code: string;
  /** How many follow it now. */
  readonly here: number;
  /** Whether its report is published, and whether it is also in one over several panels. */
  readonly report: 'none' | 'published' | 'pooled';
  /** What the asker may do in it; empty for a stranger. */
  readonly roles: readonly Role[];
}

/** A contribution found by its words, in any panel the asker may read. */
export interface SearchHit {
  readonly panel: Pick<PanelSummary, 'panelId' | 'forumId' | 'title' | 'phase' | 'openedAt'>;
  readonly contributionId: string;
  readonly threadTitle: string;
  readonly seq: number;
  readonly at: number;
  readonly kind: Kind;
  readonly text: string;
  readonly lang: string;
  /** null where its author chose to be shown by role only. */
  readonly author: Person | null;
}

/** Newest first within a panel; `next` is the cursor to go on with, null when there is no more. */
export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly next: string | null;
}

/** One panel in which the asker has a seat, with what they said there. Newest panel first. */
export interface OwnPanel {
  readonly panel: PanelSummary;
  readonly name: string;
  readonly mine: MineView;
}

export interface ForumSummary {
  readonly forumId: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
}
