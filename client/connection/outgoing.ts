import type { IntentBodies } from '../../domain/panel/intents.js';
import type { Refusal } from '../../domain/panel/refusals.js';

/** The intents of one’s own that are kept on the device until the forum has them. */
export type OutgoingType = 'submit' | 'resubmit' | 'edit' | 'withdraw' | 'castVote' | 'proposeThread';

export type OutgoingBody<K extends OutgoingType> = Omit<IntentBodies[K], 'intentId' | 'panelId'>;

/** `kept`: on this device, sent as soon as that is possible. `refused`: only its author can change something. */
export type Outgoing = {
  [K in OutgoingType]: {
    /** The intent’s id: the same with every attempt, so that it is stored once. */
    readonly id: string;
    readonly type: K;
    readonly body: OutgoingBody<K>;
    readonly at: number;
    readonly state: 'kept' | 'sending' | 'refused';
    readonly refusal: Refusal | null;
    /** It was sent and nothing came back: the forum may have it. It is sent again under its id, and cannot be taken back. */
    readonly mayHaveArrived: boolean;
  };
}[OutgoingType];
