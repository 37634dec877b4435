import type { Entry, Journal, PanelEvent } from '../../domain/panel/events.js';
import type { Intent, IntentBodies, IntentType, ValueOf } from '../../domain/panel/intents.js';
import type { Ballot } from '../../domain/panel/outcome.js';
import { PanelQueues } from '../../domain/panel/queues/panel-queues.js';
import type { Profiles } from '../../domain/panel/queues/review-turns.js';
import type { Actor } from '../../domain/panel/roles.js';
import type { PanelState } from '../../domain/panel/state.js';
import { decide } from '../../domain/panel/decide/index.js';
import { evolve, initialState } from '../../domain/panel/evolve.js';
import { journalOf } from '../../domain/panel/journals.js';
import { changedTallies } from '../panels/tallies.js';

/**
 * A panel’s past, told by letting people do what they may do at times of our choosing. Every step passes `decide`, so that
 * what is told could have happened.
 */
export class Chronicle {
  readonly events: { readonly at: number; readonly event: PanelEvent }[] = [];
  readonly ballots: (Ballot & { readonly at: number })[] = [];
  private state: PanelState = initialState;
  readonly queues: PanelQueues;
  private readonly seqs: Record<Journal, number> = { record: 0, docket: 0 };

  constructor(
    private readonly panelId: string,
    private readonly newId: () => string,
    profiles: Profiles = () => [],
  ) {
    this.queues = new PanelQueues(profiles);
  }

  get panel(): PanelState {
    return this.state;
  }

  /** @throws Error when the house would have refused it. */
  does<K extends IntentType>(
    actor: Actor,
    type: K,
    body: Omit<IntentBodies[K], 'intentId' | 'panelId'>,
    at: number,
  ): ValueOf<K> {
    const intent = { type, intentId: this.newId(), panelId: this.panelId, ...body } as unknown as Intent<K>;
    const outcome = decide(this.state, intent, { actor, at, queues: this.queues, newId: this.newId() });
    if (!outcome.ok) throw new Error(`The chronicle cannot ${type} (${outcome.refusal.code}): ${JSON.stringify(body)}`);

    for (const event of outcome.events) this.tell(event, at);
    for (const ballot of outcome.ballots) this.ballots.push({ ...ballot, at });
    return outcome.value;
  }

  /** Says how votes stand, where it changed. */
  tally(at: number): void {
    const votes = new Map(this.ballots.map((ballot) => [`${ballot.contributionId} ${ballot.seat}`, ballot]));
    const counts = new Map<string, { agree: number; pass: number; disagree: number }>();
    for (const { contributionId, choice } of votes.values()) {
      const count = counts.get(contributionId) ?? { agree: 0, pass: 0, disagree: 0 };
      count[choice]++;
      counts.set(contributionId, count);
    }
    const counted = [...counts].map(([contributionId, count]) => ({ contributionId, ...count }));
    const tallies = changedTallies(this.state.record, counted);
    if (tallies.length > 0) this.tell({ type: 'Tallied', tallies }, at);
  }

  private tell(event: PanelEvent, at: number): void {
    this.events.push({ at, event });
    const journal = journalOf(event);
    const entry: Entry = { journal, seq: ++this.seqs[journal], panelSeq: this.events.length, at, event };
    this.state = evolve(this.state, entry);
    this.queues.apply(entry);
  }
}
