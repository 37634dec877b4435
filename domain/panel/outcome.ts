import type { Choice, PanelEvent } from './events.js';
import type { Refusal } from './refusals.js';
import type { Actor, SeatId } from './roles.js';

/** What `decide` may know besides the panel: time and fresh ids are inputs, so that deciding is a pure function. */
export interface Context {
  readonly actor: Actor;
  /** Server time, ms since the epoch. */
  readonly at: number;
  /** A fresh random UUIDv4 for whatever this intent creates. Random, so that it tells neither time nor order. */
  readonly newId: string;
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
  | { readonly ok: false; readonly refusal: Refusal };
