import type { Choice, PanelEvent } from './events.js';
import type { PanelQueues } from './queues/panel-queues.js';
import { refusal, type Refusal, type RefusalCode } from './refusals.js';
import type { Actor, SeatId } from './roles.js';

/** What `decide` may know besides the panel: time and fresh ids are inputs, so that deciding is a pure function. */
export interface Context {
  readonly actor: Actor;
  /** Server time, ms since the epoch. */
  readonly at: number;
  /** A fresh random UUIDv4 for whatever this intent creates. Random, so that it tells neither time nor order. */
  readonly newId: string;
  /** Who is next, folded from the same entries as the panel. */
  readonly queues: PanelQueues;
  /** Whether a text holds a word of the list for its language; where there are no lists, none does. */
  readonly isListed?: (text: string, lang: string) => boolean;
}

export interface Ballot {
  readonly contributionId: string;
  readonly seat: SeatId;
  readonly choice: Choice;
}

export type Outcome<V = unknown> =
  | {
      readonly ok: true;
      readonly value: V;
      readonly events: readonly PanelEvent[];
      readonly ballots: readonly Ballot[];
      /** Contributions whose words leave the record for good with this decision. */
      readonly erase: readonly string[];
    }
  | Refused;

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

/** Something looked for or read, or the outcome that says why not: return it as it is. */
export type Found<T> = ({ readonly ok: true } & T) | Refused;

/** The outcome of an intent that answers no value. */
export type Done = Outcome<Record<string, never>>;

/** Nothing to tell the person beyond that it is done. */
export const DONE: Record<string, never> = Object.freeze({});

/** Done: these facts, in this order, and nothing to answer. */
export function facts(...events: readonly PanelEvent[]): Done {
  return { ok: true, value: DONE, events, ballots: [], erase: [] };
}

/** Facts after which the words of these contributions leave the record. */
export function factsErasing(erase: readonly string[], ...events: readonly PanelEvent[]): Done {
  return { ok: true, value: DONE, events, ballots: [], erase };
}

/** Facts, and a value for whoever asked. */
export function answering<V>(value: V, ...events: readonly PanelEvent[]): Outcome<V> {
  return { ok: true, value, events, ballots: [], erase: [] };
}

/** A private vote: it goes to the ballots, never into a journal. */
export function ballots(...cast: readonly Ballot[]): Done {
  return { ok: true, value: DONE, events: [], ballots: cast, erase: [] };
}

export function refuse(
  code: RefusalCode,
  more: { field?: string; message?: string; retryInMs?: number; count?: number } = {},
): Refused {
  return { ok: false, refusal: refusal(code, more) };
}
