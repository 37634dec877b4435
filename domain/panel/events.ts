import type { Lane, QueueRule } from '../amplify/queue/rule.js';
import type { Role, SeatId } from './roles.js';

/**
 * Facts of a panel. Each journal holds its own kind: the record is public and for ever, the docket never leaves the server.
 *
 * An event is structural data plus, where people's words or identities are involved, a `body`. The body stands in a side
 * table behind a salted commitment and is the only part that can be erased: `body` is then null, and `evolve` must fold the
 * erased event to the same end state.
 */
export type PanelEvent = RecordEvent | DocketEvent;

export type Journal = 'record' | 'docket';
export type Kind = 'question' | 'comment' | 'reply';
/** How an author is shown: by name, or by role only. Chosen with each contribution. */
export type Attribution = 'named' | 'role';
export type PublicationMode = 'before' | 'after' | 'trusted';
export type Choice = 'agree' | 'pass' | 'disagree';
export type Verdict = 'publish' | 'decline' | 'revise' | 'redact';

/** What a speech is asked for as: a point of order, a reply to the speech that has just ended, or a topic. */
export type SpeechKind = 'order' | 'reply' | 'topic';
/** How an item came to a moderator: by its turn (see docs/QUEUE.md), by name, or again and without a turn. */
export type DeskLane = Lane | 'again';

/** How the queue of a panel weighs, but for its groups. Times in minutes, the rest in turns; see docs/QUEUE.md. */
export type QueueTerms = Omit<QueueRule, 'groups' | 'selfDeclared'>;

/** A group with a guaranteed minimum share of the turns. Who belongs to it stands in no journal. */
export interface GroupTerms {
  readonly id: string;
  readonly title: string;
  /** Basis points, 100 to 9000. */
  readonly floor: number;
  /** Groups of one axis have no members in common. */
  readonly axis: string | null;
  /** Numbers about it are shown from ten people on, not from five. */
  readonly sensitive: boolean;
  /** The list it was taken from, with its edition. */
  readonly source: string | null;
}

/** How people are treated. `differ`: what happens where a second look differs from the first. */
export interface TreatmentTerms {
  readonly secondLook: 'on' | 'off';
  readonly differ: 'publish' | 'third';
  /** What holds a contribution back for a moderator, whatever the mode of publication. */
  readonly screening: readonly Screen[];
}

/** What screening looks at, in this order. */
export type Screen = 'length' | 'links' | 'repeats' | 'words' | 'newcomers';

/** Why a machine has a text read before it is published: what it found, or that nothing of its author was let stand yet. */
export type Held = 'links' | 'repeat' | 'words' | 'new';

export interface HouseRule {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface Tally {
  readonly contributionId: string;
  readonly agree: number;
  readonly pass: number;
  readonly disagree: number;
}

/**
 * What a contribution says. `lang` is a BCP 47 tag, `author` a seat in this panel; null where they are shown by role only,
 * and `role` says which.
 */
export interface Words {
  readonly text: string;
  readonly lang: string;
  readonly author: SeatId | null;
  readonly role?: Role;
}

/** Who speaks: a seat in this panel; null where they are shown by role only, and `role` says which. */
export interface Speaker {
  readonly speaker: SeatId | null;
  readonly role?: Role;
}

export type RecordEvent =
  | {
      readonly type: 'PanelDrafted';
      readonly forumId: string;
      readonly title: string;
      readonly description: string;
      readonly languages: readonly string[];
      readonly rules: readonly HouseRule[];
    }
  | {
      readonly type: 'PanelAmended';
      readonly title?: string;
      readonly description?: string;
      readonly languages?: readonly string[];
    }
  | { readonly type: 'PanelScheduled'; readonly startsAt: number; readonly endsAt: number | null }
  | { readonly type: 'PanelOpened' }
  /** `holding`: nothing at all is published until it goes on, but by a moderator. */
  | { readonly type: 'PanelPaused'; readonly reason: string; readonly holding?: true }
  | { readonly type: 'PanelResumed' }
  | { readonly type: 'PanelClosed' }
  | { readonly type: 'PanelArchived' }
  | { readonly type: 'PublicationSet'; readonly mode: PublicationMode; readonly trustedAfter: number }
  | { readonly type: 'SlowModeSet'; readonly seconds: number }
  | { readonly type: 'RulesSet'; readonly rules: readonly HouseRule[] }
  | { readonly type: 'QueueSet'; readonly terms: QueueTerms; readonly groups: readonly GroupTerms[] }
  | ({ readonly type: 'TreatmentSet' } & TreatmentTerms)
  /** While so many wait that not every decline gets a second look. */
  | { readonly type: 'SecondLookEased'; readonly on: boolean }
  | { readonly type: 'FloorSet'; readonly open: boolean; readonly slotSeconds: number }
  | {
      readonly type: 'FloorGiven';
      readonly requestId: string;
      readonly kind: SpeechKind;
      readonly threadId: string | null;
      /** Chosen by hand and not by the order. */
      readonly override?: true;
      readonly body: Speaker | null;
    }
  | { readonly type: 'FloorEnded'; readonly requestId: string; readonly seconds: number }
  /** Says almost the same as another, in whose favour its supporters count; `ContributionUnmerged` takes it back. */
  | { readonly type: 'ContributionMerged'; readonly contributionId: string; readonly into: string }
  | { readonly type: 'ContributionUnmerged'; readonly contributionId: string }
  | {
      readonly type: 'ThreadOpened';
      readonly threadId: string;
      readonly body: { readonly title: string; readonly lang: string; readonly author: SeatId } | null;
    }
  | { readonly type: 'ThreadRenamed'; readonly threadId: string; readonly body: { readonly title: string } | null }
  | { readonly type: 'ThreadClosed'; readonly threadId: string }
  | { readonly type: 'ThreadReopened'; readonly threadId: string }
  | {
      readonly type: 'ContributionPublished';
      readonly contributionId: string;
      readonly threadId: string;
      readonly parentId: string | null;
      readonly kind: Kind;
      /** Set when it stood here before and was redacted: it goes back to its place. Tells readers who hold only a part. */
      readonly again?: true;
      readonly body: Words | null;
    }
  /** Leaves a tombstone in its place; replies stay. `undone`: a publication taken back within the undo window. */
  | {
      readonly type: 'Redacted';
      readonly contributionId: string;
      /** The thread it stands in, so that readers who hold only a part can still count. */
      readonly threadId: string;
      readonly cause: 'undone' | 'rule' | 'reversed';
      readonly ruleId: string | null;
    }
  | {
      readonly type: 'ContributionRendered';
      readonly contributionId: string;
      readonly lang: string;
      readonly body: { readonly text: string; readonly interpreter: SeatId } | null;
    }
  | {
      readonly type: 'QuestionPosed';
      readonly contributionId: string;
      readonly answerBy: number | null;
      readonly body: { readonly respondents: readonly SeatId[] } | null;
    }
  | { readonly type: 'QuestionUnposed'; readonly contributionId: string }
  /** `answerId` is the published reply that answers; null when answered aloud. */
  | {
      readonly type: 'QuestionAnswered';
      readonly contributionId: string;
      readonly answerId: string | null;
      readonly body: { readonly by: SeatId } | null;
    }
  | { readonly type: 'QuestionReopened'; readonly contributionId: string }
  | { readonly type: 'ContributionPinned'; readonly contributionId: string }
  | { readonly type: 'ContributionUnpinned'; readonly contributionId: string }
  | { readonly type: 'Tallied'; readonly tallies: readonly Tally[] };

export type DocketEvent =
  | {
      readonly type: 'Submitted';
      readonly contributionId: string;
      readonly threadId: string;
      readonly parentId: string | null;
      readonly kind: Kind;
      /** `waiting`: a moderator reads first. `review`: published at once, read afterwards. `through`: published, no review. */
      readonly path: 'waiting' | 'review' | 'through';
      /** Screening alone has it wait, for this reason. */
      readonly held?: Held;
      /** What screening noticed, for whoever reads it at the desk. */
      readonly labels?: readonly string[];
      /** `author` is always the seat here. `attribution` and `role` (at this moment) are absent where it is `named`. */
      readonly body: (Words & { readonly author: SeatId; readonly attribution?: Attribution }) | null;
    }
  | {
      readonly type: 'Edited';
      readonly contributionId: string;
      /** More than half of it is other words: it waits since now. */
      readonly anew?: true;
      readonly labels?: readonly string[];
      readonly body: { readonly text: string; readonly lang: string } | null;
    }
  | {
      readonly type: 'Resubmitted';
      readonly contributionId: string;
      readonly labels?: readonly string[];
      readonly body: { readonly text: string; readonly lang: string } | null;
    }
  | { readonly type: 'Withdrawn'; readonly contributionId: string }
  /** The panel was archived before it was decided, or before somebody looked again: no decision, and no decline. */
  | { readonly type: 'Lapsed'; readonly contributionId: string }
  | { readonly type: 'ThreadProposalLapsed'; readonly threadId: string }
  | {
      readonly type: 'Taken';
      readonly contributionId: string;
      readonly by: SeatId;
      readonly until: number;
      readonly lane?: DeskLane;
      /** The number of the selection, from 1, and what it cost its author, milli-turns. Neither tells a group. */
      readonly place?: number;
      readonly cost?: number;
    }
  | { readonly type: 'LeaseRenewed'; readonly contributionId: string; readonly until: number }
  | { readonly type: 'Released'; readonly contributionId: string }
  | {
      readonly type: 'Escalated';
      readonly contributionId: string;
      readonly by: SeatId;
      readonly body: { readonly note: string } | null;
    }
  | {
      readonly type: 'Decided';
      readonly contributionId: string;
      readonly by: SeatId;
      readonly verdict: Verdict;
      readonly rule: HouseRule | null;
      /** The act on many at once that it was part of. */
      readonly bulk?: string;
      /** It holds at once, and somebody else looks again. */
      readonly second?: true;
      readonly body: { readonly note: string } | null;
    }
  /** One look of several at an item: it decides nothing by itself. */
  | {
      readonly type: 'Looked';
      readonly contributionId: string;
      readonly by: SeatId;
      readonly verdict: 'publish' | 'decline';
      readonly rule: HouseRule | null;
      readonly bulk?: string;
      readonly body: { readonly note: string } | null;
    }
  | {
      readonly type: 'Appealed';
      readonly contributionId: string;
      readonly body: { readonly note: string } | null;
    }
  /**
   * `overturned`: it waits again with its old wait; `modified`: it goes back to its author. `stands`: too late for either,
   * the panel is over.
   */
  | {
      readonly type: 'AppealAnswered';
      readonly contributionId: string;
      readonly by: SeatId;
      readonly outcome: 'confirmed' | 'modified' | 'overturned';
      readonly stands?: true;
      readonly rule: HouseRule | null;
      readonly body: { readonly answer: string } | null;
    }
  | {
      readonly type: 'Noted';
      readonly contributionId: string;
      readonly by: SeatId;
      readonly body: { readonly note: string } | null;
    }
  /** Knows who wrote it: nothing of this author comes to this moderator again. */
  | { readonly type: 'Recused'; readonly contributionId: string; readonly by: SeatId }
  | {
      readonly type: 'Screened';
      readonly contributionId: string;
      readonly labels: readonly string[];
      readonly hold: boolean;
    }
  /** What a seat counts for has another version; what it is, stands behind the wall. */
  | { readonly type: 'ProfileRenewed'; readonly version: number; readonly body: { readonly seat: SeatId } | null }
  | {
      readonly type: 'FloorAsked';
      readonly requestId: string;
      readonly kind: SpeechKind;
      readonly threadId: string | null;
      /** `role` (at this moment) is there for who is not to be named before everybody. */
      readonly body: { readonly author: SeatId; readonly note: string; readonly role?: Role } | null;
    }
  | { readonly type: 'FloorLeft'; readonly requestId: string }
  | {
      readonly type: 'FloorDeclined';
      readonly requestId: string;
      readonly by: SeatId;
      readonly rule: HouseRule;
      readonly body: { readonly note: string } | null;
    }
  | { readonly type: 'FloorYielded'; readonly requestId: string }
  | {
      readonly type: 'FloorCalled';
      readonly requestId: string;
      readonly by: SeatId;
      readonly lane: Lane | 'order' | 'reply';
    }
  | {
      readonly type: 'MergeProposed';
      readonly contributionId: string;
      readonly into: string;
      readonly by: SeatId;
    }
  | {
      readonly type: 'MergeAnswered';
      readonly contributionId: string;
      readonly by: SeatId;
      readonly consents: boolean;
    }
  | { readonly type: 'DecisionUndone'; readonly contributionId: string; readonly by: SeatId }
  | {
      readonly type: 'DecisionReversed';
      readonly contributionId: string;
      readonly by: SeatId;
      readonly verdict: 'publish' | 'decline';
      readonly rule: HouseRule | null;
      readonly second?: true;
      readonly body: { readonly note: string } | null;
    }
  | {
      readonly type: 'ThreadProposed';
      readonly threadId: string;
      readonly body: { readonly title: string; readonly lang: string; readonly author: SeatId } | null;
    }
  | {
      readonly type: 'ThreadProposalDecided';
      readonly threadId: string;
      readonly by: SeatId;
      readonly verdict: 'publish' | 'decline';
      readonly rule: HouseRule | null;
      readonly body: { readonly note: string } | null;
    };

/**
 * One line of a journal.
 *
 * - `seq`: dense within (panel, journal), from 1. The cursor of everything public.
 * - `panelSeq`: dense within the panel over both journals. The total order for folding; never leaves the server.
 * - `at`: server time, milliseconds since 1970-01-01T00:00:00Z.
 */
export interface Entry<E extends PanelEvent = PanelEvent> {
  readonly journal: Journal;
  readonly seq: number;
  readonly panelSeq: number;
  readonly at: number;
  readonly event: E;
  /** The salted commitment to `event.body`, lower-case hex; given by the log, absent where there is no body. */
  readonly commit?: string;
}

/** A record entry as every reader receives it. `commit` is the salted commitment to `event.body`, lower-case hex. */
export interface RecordEntry {
  readonly seq: number;
  readonly at: number;
  readonly event: RecordEvent;
  readonly commit?: string;
}
