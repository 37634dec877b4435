import type { Attribution, Choice, HouseRule, Kind, PublicationMode } from './events.js';
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

  pose: About & { readonly respondents?: readonly SeatId[]; readonly answerBy?: number };
  unpose: About;
  answer: About & { readonly text: string; readonly lang: string };
  markAnswered: About & { readonly by?: SeatId };
  reopenQuestion: About;
  pin: About;
  unpin: About;

  render: About & { readonly lang: string; readonly text: string };
  castVote: About & { readonly choice: Choice };
}

export type IntentType = keyof IntentBodies;

export type PanelIntent = { [K in IntentType]: { readonly type: K } & IntentBodies[K] }[IntentType];

export type Intent<K extends IntentType> = { readonly type: K } & IntentBodies[K];

/** What a successful intent answers. Everything else is learnt from the record, the desk or one’s own items. */
export interface IntentValues {
  submit: { readonly contributionId: string; readonly standing: 'waiting' | 'published' };
  resubmit: { readonly contributionId: string; readonly standing: 'waiting' | 'published' };
  /** null when nothing waits. */
  takeNext: { readonly contributionId: string | null };
  openThread: { readonly threadId: string };
  proposeThread: { readonly threadId: string };
  answer: { readonly contributionId: string };
}

export type ValueOf<K extends IntentType> = K extends keyof IntentValues ? IntentValues[K] : Record<string, never>;
