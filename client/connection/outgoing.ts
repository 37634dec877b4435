import type { IntentBodies } from '../../domain/panel/intents.js';
import type { Refusal, RefusalCode } from '../../domain/panel/refusals.js';

/** The intents of one’s own that are kept on the device until the forum has them. */
export type OutgoingType = 'submit' | 'resubmit' | 'edit' | 'withdraw' | 'castVote' | 'proposeThread';

export type OutgoingBody<K extends OutgoingType> = Omit<IntentBodies[K], 'intentId' | 'panelId'>;

/** As it lies on the device. */
export type Kept = {
  [K in OutgoingType]: {
    /** The intent’s id: the same with every attempt, so that it is stored once. */
    readonly id: string;
    readonly type: K;
    readonly body: OutgoingBody<K>;
    readonly at: number;
    readonly panelId: string;
    /** The person who said it: sent only while they are signed in. null: nobody was. */
    readonly owner: string | null;
    /** Why it was not taken the last time. */
    readonly refusal: Refusal | null;
    /** It was sent and nothing came back: the forum may have it. It goes out again under its id, and cannot be taken back. */
    readonly mayHaveArrived: boolean;
  };
}[OutgoingType];

/** `kept`: on this device, sent as soon as that is possible. `refused`: only its author can change something. */
export type Outgoing = Kept & { readonly state: 'kept' | 'sending' | 'refused' };

const PASSING: readonly RefusalCode[] = ['unavailable', 'internal', 'too-many', 'slow-mode'];

/** Whether the same message may be taken later as it is. */
export function willPass({ code }: Refusal): boolean {
  return PASSING.includes(code);
}

/**
 * Messages of one lane go out one after the other: what waits holds back only those behind it. Votes do not wait for
 * contributions, nor what is edited or withdrawn for the end of slow mode.
 */
export function laneOf({ panelId, type }: Pick<Kept, 'panelId' | 'type'>): string {
  return `${panelId}/${type === 'castVote' || type === 'submit' ? type : 'else'}`;
}
