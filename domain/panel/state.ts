import type {
  GroupTerms,
  Held,
  HouseRule,
  Kind,
  PublicationMode,
  QueueTerms,
  Speaker,
  SpeechKind,
  Tally,
  TreatmentTerms,
  Verdict,
  Words,
} from './events.js';
import type { Keyed } from './keyed.js';
import type { Role, SeatId } from './roles.js';

/** Everything a panel is: a fold of its entries. `record` folds record entries only, `docket` docket entries only. */
export interface PanelState {
  readonly record: RecordState;
  readonly docket: DocketState;
}

export type Phase = 'none' | 'draft' | 'scheduled' | 'open' | 'paused' | 'closed' | 'archived';

export interface RecordState {
  /** The last record seq folded in. */
  readonly seq: number;
  readonly phase: Phase;
  readonly forumId: string;
  readonly title: string;
  readonly description: string;
  readonly languages: readonly string[];
  readonly rules: readonly HouseRule[];
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  /** null unless paused. */
  readonly pausedAt: number | null;
  readonly pauseReason: string;
  /** Paused by the panic key: nobody but a moderator publishes anything. */
  readonly holding: boolean;
  readonly publication: { readonly mode: PublicationMode; readonly trustedAfter: number };
  readonly slowModeSeconds: number;
  /** How turns are given, at the desk and on the floor. */
  readonly queue: { readonly terms: QueueTerms; readonly groups: readonly GroupTerms[] };
  /** How people are treated; `eased`: so many wait that not every decline gets a second look. */
  readonly treatment: TreatmentTerms & { readonly eased: boolean };
  /** Who speaks aloud. */
  readonly floor: Floor;
  readonly threads: Keyed<Thread>;
  readonly contributions: Keyed<Contribution>;
  /** Questions put to the panellists, in order of posing. */
  readonly posed: readonly Posed[];
  readonly pinned: readonly string[];
  /** Contributions published and not redacted. */
  readonly published: number;
}

export interface Thread {
  readonly id: string;
  /** Record seq at which it opened: the order of threads. */
  readonly seq: number;
  readonly at: number;
  readonly title: string;
  readonly lang: string;
  readonly author: SeatId | null;
  readonly closed: boolean;
  /** Contributions published in it and not redacted. */
  readonly published: number;
}

export interface Contribution {
  readonly id: string;
  /** Record seq of its first publication: its place in the thread for ever. */
  readonly seq: number;
  readonly at: number;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly kind: Kind;
  /** null when redacted or erased: draw a tombstone. */
  readonly words: Words | null;
  readonly redacted: { readonly cause: 'undone' | 'rule' | 'reversed'; readonly ruleId: string | null } | null;
  /** By language tag. */
  readonly renderings: Readonly<Record<string, { readonly text: string; readonly interpreter: SeatId }>>;
  readonly tally: Omit<Tally, 'contributionId'> | null;
  /** Says almost the same as that one, for which its supporters count. */
  readonly mergedInto?: string;
}

export interface Posed {
  readonly contributionId: string;
  readonly at: number;
  readonly respondents: readonly SeatId[];
  /** Moved on by every pause it outlives: the time to answer stands still meanwhile. */
  readonly answerBy: number | null;
  /** Every answer given, oldest first: who of the respondents has answered, and who has not. */
  readonly answers: readonly Answer[];
  /** The latest of them; null while the question is open. */
  readonly answered: Answer | null;
}

export interface Floor {
  /** Whether one may ask to speak. */
  readonly open: boolean;
  /** How long one turn is, in seconds. */
  readonly slotSeconds: number;
  readonly speaking: Speech | null;
  /** Speeches so far, the present one included, and how many of them were chosen by hand. */
  readonly spoken: number;
  readonly overrides: number;
}

export interface Speech extends Speaker {
  readonly requestId: string;
  readonly kind: SpeechKind;
  readonly threadId: string | null;
  /** Moved on by every pause it outlives: its clock stands still meanwhile. */
  readonly at: number;
}

export interface Answer {
  readonly at: number;
  /** null where nobody was named. */
  readonly by: SeatId | null;
  /** The published reply that answers; null when answered aloud. */
  readonly answerId: string | null;
}

export interface DocketState {
  /** The last docket seq folded in. */
  readonly seq: number;
  readonly items: Keyed<Item>;
  /** Ids of items a moderator has still to decide, whether published already (`review`) or not. */
  readonly waiting: Keyed<true>;
  /** Ids of items somebody has to look at again, or for the first time without a turn: see `looks.ts`. */
  readonly looksDue: Keyed<true>;
  /** Ids of items with a lease, live or expired. */
  readonly leased: Keyed<true>;
  /** All decisions ever made on items. */
  readonly decisions: number;
  /** By moderator: ids of the items they decided last, newest last, at most 20. */
  readonly decided: Keyed<readonly string[]>;
  readonly authors: Keyed<AuthorStanding>;
  readonly proposals: Keyed<Proposal>;
  readonly requests: Keyed<SpeechRequest>;
  /** By moderator: authors whose writing they know, and of whom nothing comes to them. */
  readonly recusals: Keyed<readonly SeatId[]>;
  /** How often each text is there, by its fingerprint. */
  readonly said: Keyed<number>;
  readonly workload: Workload;
}

/** Somebody asked to speak aloud. `called`: they were given the floor. What waits when the panel closes waits no more. */
export interface SpeechRequest {
  readonly id: string;
  readonly author: SeatId;
  /** The role by which the floor shows them; null where it names them. */
  readonly role: Role | null;
  readonly kind: SpeechKind;
  readonly threadId: string | null;
  readonly note: string;
  readonly at: number;
  readonly state: 'waiting' | 'called' | 'left' | 'declined';
  /** Why, where it was declined. */
  readonly declined?: { readonly rule: HouseRule; readonly note: string; readonly at: number };
}

export interface Workload {
  /** By moderator: how many looks and decisions, and how long the latest fifty took from taking the item, ms. */
  readonly moderators: Keyed<{ readonly decisions: number; readonly handlingMs: readonly number[] }>;
  /** Submissions by minute since 1970, of the latest eleven minutes with any. */
  readonly inbound: readonly { readonly minute: number; readonly count: number }[];
}

/**
 * `review`: published, not yet read by a moderator. `revise`: back with its author. `lapsed`: not decided before the panel
 * was archived.
 */
export type Standing = 'waiting' | 'review' | 'revise' | 'published' | 'declined' | 'withdrawn' | 'redacted' | 'lapsed';

export interface Item {
  readonly id: string;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly kind: Kind;
  readonly author: SeatId;
  /** The role by which readers know its author; null where they know them by name. */
  readonly role: Role | null;
  readonly text: string;
  readonly lang: string;
  readonly standing: Standing;
  readonly submittedAt: number;
  /** When it began to wait: never changed by editing, kept through undo. */
  readonly readyAt: number;
  /** Times it came back after being asked to revise. */
  readonly resubmissions: number;
  /** Earlier texts, oldest first, each with the time it was replaced: the lineage of an item edited or resubmitted. */
  readonly earlier: readonly { readonly text: string; readonly lang: string; readonly at: number }[];
  readonly lease: { readonly by: SeatId; readonly until: number; readonly since: number } | null;
  /** Handed on to a host. Counts only while the item waits, so that undoing a decision brings it back. */
  readonly escalation: Escalation | null;
  /** Decisions in force and past, oldest first. The last one without `undone` is in force. */
  readonly decisions: readonly Decision[];
  /** Looks that decided nothing by themselves, oldest first. */
  readonly looks: readonly Look[];
  readonly appeals: readonly Appeal[];
  /** Who handed it on to a host, ever. */
  readonly handedOnBy: readonly SeatId[];
  /** What moderators wrote for each other, oldest first. */
  readonly notes: readonly { readonly by: SeatId; readonly text: string }[];
  /** What screening noticed in the text as it is. */
  readonly labels: readonly string[];
  /** Why screening has it wait where its panel would have published it at once. */
  readonly held: Held | null;
  /** Published, and to be read because an outside service asked for it. */
  readonly flagged: boolean;
  /** The panel was archived before it was decided, or before a second moderator looked. */
  readonly lapsed?: true;
  /** Its author is asked whether it may be merged into that one. */
  readonly mergeInto?: string;
}

export interface Look {
  readonly at: number;
  readonly by: SeatId;
  readonly verdict: 'publish' | 'decline';
  readonly rule: HouseRule | null;
  readonly note: string;
  readonly bulk: string | null;
  /** At what a moderator had sent back to its author: it would be declined instead. */
  readonly reversal: boolean;
  /** `over`: the item came back from its author or from an appeal since, and is looked at anew. */
  readonly state: 'open' | 'undone' | 'over';
}

export interface Appeal {
  readonly at: number;
  readonly note: string;
  /** The `order` of the decision it is against. */
  readonly against: number;
  /** Who had a hand in it until then, taken back or not: none of them answers, nor reads it again where it is upheld. */
  readonly involved: readonly SeatId[];
  readonly answer: AppealAnswer | null;
}

export interface AppealAnswer {
  readonly at: number;
  readonly by: SeatId;
  readonly outcome: 'confirmed' | 'modified' | 'overturned';
  readonly stands: boolean;
  readonly rule: HouseRule | null;
  readonly text: string;
}

export interface Escalation {
  readonly at: number;
  readonly by: SeatId;
  readonly note: string;
}

export interface Decision {
  /** How many decisions the panel had seen with this one: what came first, without telling when. */
  readonly order: number;
  readonly at: number;
  readonly by: SeatId;
  readonly verdict: Verdict;
  readonly rule: HouseRule | null;
  readonly note: string;
  readonly undone: boolean;
  /** True when it overturned an earlier decision. */
  readonly reversal: boolean;
  /** It follows from the answer to an appeal, so that it is not whoever answered’s to take back. */
  readonly onAppeal: boolean;
  /** The standing to go back to when undone. */
  readonly from: Standing;
  readonly bulk: string | null;
  /** It holds at once, and somebody else looks again. */
  readonly second: boolean;
}

export interface AuthorStanding {
  /** Counts every change of the author's own items: the revision of their view. */
  readonly revision: number;
  readonly items: readonly string[];
  readonly proposals: readonly string[];
  readonly lastSubmittedAt: number;
  /** Items of theirs that a moderator has let stand. */
  readonly published: number;
}

export interface Proposal {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly author: SeatId;
  readonly at: number;
  readonly decision: {
    readonly at: number;
    readonly verdict: 'publish' | 'decline';
    readonly rule: HouseRule | null;
    readonly note: string;
  } | null;
  /** The panel was over before anybody decided. */
  readonly lapsed?: true;
}
