import { expect } from '@jest/globals';
import { decide } from '../panel/decide/index.js';
import type { PanelEvent } from '../panel/events.js';
import { evolve, initialState } from '../panel/evolve.js';
import type { IntentBodies, IntentType, PanelIntent } from '../panel/intents.js';
import { journalOf } from '../panel/journals.js';
import { LEASE_MS } from '../panel/limits.js';
import type { Ballot, Outcome } from '../panel/outcome.js';
import type { RefusalCode } from '../panel/refusals.js';
import type { Actor, SeatId } from '../panel/roles.js';
import type { PanelState } from '../panel/state.js';

/** The instant at which the given facts happened, ms since the epoch. */
export const NOON = 1_767_268_800_000;

/** An intent as a spec tells it: who sends it to which panel is the kit’s business. */
export type Told = {
  [K in IntentType]: { readonly type: K } & Omit<IntentBodies[K], 'intentId' | 'panelId'>;
}[IntentType];

type Facts = PanelEvent | readonly PanelEvent[];

/** `given(facts).when(somebody, wants).then(facts)`, or `.refuses(code)`. Facts happen at noon, the intent too unless `later`. */
export function given(...facts: readonly Facts[]): Given {
  return new Given(initialState, NOON).and(...facts);
}

export class Given {
  constructor(
    readonly panel: PanelState,
    readonly at: number,
  ) {}

  /** More facts, at the time it is by now. */
  and(...facts: readonly Facts[]): Given {
    return new Given(append(this.panel, facts.flat(), this.at), this.at);
  }

  later(ms: number): Given {
    return new Given(this.panel, this.at + ms);
  }

  /** Taken under a lease that begins now. */
  held(contributionId: string, by: SeatId = 'moderator'): Given {
    return this.and({ type: 'Taken', contributionId, by, until: this.at + LEASE_MS });
  }

  /** `new` is the id of whatever the intent creates. */
  when(actor: Actor, told: Told): Decided {
    return new Decided(this, decide(this.panel, intentOf(told), { actor, at: this.at, newId: 'new' }));
  }
}

export class Decided {
  constructor(
    private readonly before: Given,
    private readonly outcome: Outcome,
  ) {}

  /** Exactly these facts, in this order. */
  then(...events: readonly PanelEvent[]): this {
    expect(this.outcome).toMatchObject({ ok: true });
    expect(this.outcome.ok && this.outcome.events).toEqual(events);
    return this;
  }

  refuses(code: RefusalCode, more: { readonly field?: string; readonly retryInMs?: number } = {}): this {
    expect(this.outcome).toMatchObject({ ok: false, refusal: { code, ...more } });
    return this;
  }

  answers(value: object): this {
    expect(this.outcome).toMatchObject({ ok: true });
    expect(this.outcome.ok && this.outcome.value).toEqual(value);
    return this;
  }

  erases(...contributionIds: readonly string[]): this {
    expect(this.outcome.ok && this.outcome.erase).toEqual(contributionIds);
    return this;
  }

  casts(...ballots: readonly Ballot[]): this {
    expect(this.outcome.ok && this.outcome.ballots).toEqual(ballots);
    return this;
  }

  /** The panel as it is after these facts, to go on from. */
  get after(): Given {
    expect(this.outcome).toMatchObject({ ok: true });
    return this.before.and(this.outcome.ok ? this.outcome.events : []);
  }
}

/** Folds events in as the log would number them. */
export function append(panel: PanelState, events: readonly PanelEvent[], at: number): PanelState {
  let state = panel;
  for (const event of events) {
    const journal = journalOf(event);
    const panelSeq = state.record.seq + state.docket.seq + 1;
    state = evolve(state, { journal, seq: state[journal].seq + 1, panelSeq, at, event });
  }
  return state;
}

/** The whole intent: nobody in a spec cares for its id. */
export function intentOf(told: Told): PanelIntent {
  return { intentId: 'intent', panelId: 'panel', ...told } as PanelIntent;
}
