import { expect } from '@jest/globals';
import { decide } from '../panel/decide/index.js';
import type { Claim } from '../amplify/queue/rule.js';
import type { Entry, PanelEvent } from '../panel/events.js';
import { fold, initialState } from '../panel/evolve.js';
import type { ActBodies, ActType, PanelIntent } from '../panel/intents.js';
import { journalOf } from '../panel/journals.js';
import { LEASE_MS } from '../panel/limits.js';
import type { Ballot, Outcome } from '../panel/outcome.js';
import { PanelQueues } from '../panel/queues/panel-queues.js';
import type { RefusalCode } from '../panel/refusals.js';
import type { Actor, SeatId } from '../panel/roles.js';
import type { PanelState } from '../panel/state.js';

/** The instant at which the given facts happened, ms since the epoch. */
export const NOON = 1_767_268_800_000;

/** An intent as a spec tells it: who sends it to which panel is the kit’s business. */
export type Told = {
  [K in ActType]: { readonly type: K } & Omit<ActBodies[K], 'intentId' | 'panelId'>;
}[ActType];

type Facts = PanelEvent | readonly PanelEvent[];

/** `given(facts).when(somebody, wants).then(facts)`, or `.refuses(code)`. Facts happen at noon, the intent too unless `later`. */
export function given(...facts: readonly Facts[]): Given {
  return new Given(initialState, NOON, [], new Map()).and(...facts);
}

export class Given {
  constructor(
    readonly panel: PanelState,
    readonly at: number,
    private readonly entries: readonly Entry[],
    private readonly claims: ReadonlyMap<SeatId, readonly Claim[]>,
  ) {}

  /** What somebody counts for, behind the wall. */
  claiming(seat: SeatId, ...groups: readonly string[]): Given {
    const claims = groups.map((group) => ({ group, attested: true }));
    return new Given(this.panel, this.at, this.entries, new Map(this.claims).set(seat, claims));
  }

  /** Who is next, folded from all that happened. */
  get queues(): PanelQueues {
    const queues = new PanelQueues((seat) => this.claims.get(seat) ?? []);
    for (const entry of this.entries) queues.apply(entry);
    return queues;
  }

  /** More facts, at the time it is by now. */
  and(...facts: readonly Facts[]): Given {
    const entries = numbered(this.panel, facts.flat(), this.at);
    return new Given(fold(this.panel, entries), this.at, [...this.entries, ...entries], this.claims);
  }

  later(ms: number): Given {
    return new Given(this.panel, this.at + ms, this.entries, this.claims);
  }

  /** Taken under a lease that begins now. */
  held(contributionId: string, by: SeatId = 'moderator'): Given {
    return this.and({ type: 'Taken', contributionId, by, until: this.at + LEASE_MS });
  }

  /** `new` is the id of whatever the intent creates. */
  when(actor: Actor, told: Told, newId = 'new'): Decided {
    const { at, queues } = this;
    return new Decided(this, decide(this.panel, intentOf(told), { actor, at, queues, newId }));
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

  refuses(
    code: RefusalCode,
    more: { readonly field?: string; readonly retryInMs?: number; readonly count?: number } = {},
  ): this {
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

/** As the log would number them. */
function numbered(panel: PanelState, events: readonly PanelEvent[], at: number): readonly Entry[] {
  const seq = { record: panel.record.seq, docket: panel.docket.seq };
  return events.map((event) => {
    const journal = journalOf(event);
    return { journal, seq: ++seq[journal], panelSeq: seq.record + seq.docket, at, event };
  });
}

/** The whole intent: nobody in a spec cares for its id. */
export function intentOf(told: Told): PanelIntent {
  return { intentId: 'intent', panelId: 'panel', ...told } as PanelIntent;
}
