import type {
  Attribution,
  Choice,
  GroupTerms,
  HouseRule,
  Kind,
  PublicationMode,
  Screen,
  SpeechKind,
} from './events.js';
import type { SeatId } from './roles.js';

/**
 * What a person asks for. Every intent names its panel and carries an id made by the client (UUIDv7): repeating an id
 * gets the first answer back and changes nothing.
 */
interface Common {
  readonly intentId: string;
  readonly panelId: string;
}

interface About extends Common {
  readonly contributionId: string;
}

export interface IntentBodies {
  draftPanel: Common & {
    readonly forumId: string;
    readonly title: string;
    readonly description?: string;
    readonly languages?: readonly string[];
    readonly rules?: readonly HouseRule[];
  };
  amendPanel: Common & {
    readonly title?: string;
    readonly description?: string;
    readonly languages?: readonly string[];
  };
  schedulePanel: Common & { readonly startsAt: number; readonly endsAt?: number };
  openPanel: Common;
  pausePanel: Common & { readonly reason?: string };
  resumePanel: Common;
  closePanel: Common;
  archivePanel: Common;
  setPublication: Common & { readonly mode: PublicationMode; readonly trustedAfter?: number };
  /** The panic key: pauses, has everything read before it is published, and slows down; one decision. */
  holdEverything: Common;
  setSlowMode: Common & { readonly seconds: number };
  setRules: Common & { readonly rules: readonly HouseRule[] };
  /** Only what is named changes. `every`: 0 for never; the rest as in `QueueTerms`. */
  setQueue: Common & {
    readonly every?: number;
    readonly newcomerGuard?: number;
    readonly owedFrom?: number;
    readonly owedAtMost?: number;
    readonly minutesPerTurn?: number;
    readonly absentAccrual?: boolean;
    readonly groups?: readonly GroupTerms[];
  };
  /** Only what is named changes. */
  setTreatment: Common & {
    readonly secondLook?: 'on' | 'off';
    readonly differ?: 'publish' | 'third';
    readonly screening?: readonly Screen[];
  };

  openThread: Common & { readonly title: string; readonly lang?: string };
  proposeThread: Common & { readonly title: string; readonly lang?: string };
  acceptThread: Common & { readonly threadId: string };
  declineThread: Common & { readonly threadId: string; readonly ruleId: string; readonly note?: string };
  renameThread: Common & { readonly threadId: string; readonly title: string };
  closeThread: Common & { readonly threadId: string };
  reopenThread: Common & { readonly threadId: string };

  submit: Common & {
    readonly threadId: string;
    readonly parentId?: string;
    readonly kind: Kind;
    readonly text: string;
    readonly lang: string;
    /** `named` where nothing is said. */
    readonly attribution?: Attribution;
  };
  edit: About & { readonly text: string; readonly lang?: string };
  resubmit: About & { readonly text: string; readonly lang?: string };
  withdraw: About;
  /** Against the restriction in force, once. */
  appeal: About & { readonly note?: string };

  /** `passing`: items to pass over for now, at most 50; they keep their place in the order. */
  takeNext: Common & { readonly passing?: readonly string[] };
  take: About;
  renewLease: About;
  release: About;
  publish: About & { readonly note?: string };
  /** Hands it to a host, with a word on why; whoever did so is not offered it again. */
  escalate: About & { readonly note: string };
  decline: About & { readonly ruleId: string; readonly note?: string };
  askToRevise: About & { readonly ruleId?: string; readonly note: string };
  undoDecision: About;
  reverseDecision: About & { readonly verdict: 'publish' | 'decline'; readonly ruleId?: string; readonly note: string };
  redact: About & { readonly ruleId: string; readonly note?: string };
  answerAppeal: About & {
    readonly outcome: 'confirmed' | 'modified' | 'overturned';
    /** Another rule than the one decided by. */
    readonly ruleId?: string;
    readonly answer: string;
  };
  /** For other moderators, who will not see whose note it is. */
  noteItem: About & { readonly note: string };
  /** “I know who wrote this”: it goes back, and nothing of its author comes to this moderator again. */
  recuse: About;
  /** At most 100; what this moderator may not decide on is left. */
  decideMany: Common & {
    readonly contributionIds: readonly string[];
    readonly verdict: 'publish' | 'decline';
    readonly ruleId?: string;
    readonly note?: string;
  };
  /** Rule and note: for what everybody has been reading for longer than an undo lasts. */
  undoMany: Common & { readonly bulk: string; readonly ruleId?: string; readonly note?: string };

  pose: About & { readonly respondents?: readonly SeatId[]; readonly answerBy?: number };
  unpose: About;
  answer: About & { readonly text: string; readonly lang: string };
  markAnswered: About & { readonly by?: SeatId };
  reopenQuestion: About;
  pin: About;
  unpin: About;

  /** Says almost the same as `into`: its author is asked whether its supporters may count for that one. */
  proposeMerge: About & { readonly into: string };
  answerMerge: About & { readonly consents: boolean };
  unmerge: About;

  render: About & { readonly lang: string; readonly text: string };
  castVote: About & { readonly choice: Choice };

  /** `slotSeconds`: as before where nothing is said. */
  setFloor: Common & { readonly open: boolean; readonly slotSeconds?: number };
  askToSpeak: Common & {
    readonly kind: SpeechKind;
    readonly threadId?: string;
    /** One line for whoever hosts. */
    readonly note?: string;
    /** `named` where nothing is said. */
    readonly attribution?: Attribution;
  };
  leaveFloor: Common & { readonly requestId: string };
  /** Whoever asked is told rule and note at once, and may ask again. */
  declineRequest: Common & { readonly requestId: string; readonly ruleId: string; readonly note: string };
  /** Lets others go first and loses nothing. */
  yieldFloor: Common & { readonly requestId: string };
  /** To the next in the order, unless somebody is named. `after`: whose speech it ends, null where nobody speaks. */
  giveFloor: Common & { readonly requestId?: string; readonly after: string | null };
  /** `requestId`: of whoever speaks. */
  endSpeech: Common & { readonly requestId: string };
}

/** What only the house itself intends: no message says it. */
interface HouseBodies {
  /** What an outside service noticed. */
  /** `edits`: how often the text had been changed when it was looked at. */
  screen: About & { readonly labels: readonly string[]; readonly hold: boolean; readonly edits: number };
}

/** What can be said in a message. */
export type IntentType = keyof IntentBodies;

export interface ActBodies extends IntentBodies, HouseBodies {}

/** Everything that is decided on: what people intend, and the house itself. */
export type ActType = keyof ActBodies;

export type PanelIntent = { [K in ActType]: { readonly type: K } & ActBodies[K] }[ActType];

export type Intent<K extends ActType> = { readonly type: K } & ActBodies[K];

/** What a successful intent answers. Everything else is learnt from the record, the desk or one’s own items. */
export interface IntentValues {
  submit: { readonly contributionId: string; readonly standing: 'waiting' | 'published' };
  resubmit: { readonly contributionId: string; readonly standing: 'waiting' | 'published' };
  /** null when nothing waits. */
  takeNext: { readonly contributionId: string | null };
  openThread: { readonly threadId: string };
  proposeThread: { readonly threadId: string };
  answer: { readonly contributionId: string };
  /** `bulk` is the id to take it back by; `left`: how many were left as they are. */
  decideMany: { readonly bulk: string; readonly decided: number; readonly left: number };
  undoMany: { readonly undone: number; readonly left: number };
  askToSpeak: { readonly requestId: string };
  giveFloor: { readonly requestId: string };
}

export type ValueOf<K extends ActType> = K extends keyof IntentValues ? IntentValues[K] : Record<string, never>;
