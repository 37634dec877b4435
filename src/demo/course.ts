import type { Claim } from '../../domain/amplify/queue/rule.js';
import type { IntentBodies, IntentType, ValueOf } from '../../domain/panel/intents.js';
import type { Actor, SeatId } from '../../domain/panel/roles.js';
import { uuidOf } from '../cli/polis/ids.js';
import { Chronicle } from './chronicle.js';
import type { Story } from './story.js';

export interface Telling {
  readonly panelId: string;
  readonly forumId: string;
  /** ms since the epoch. */
  readonly openedAt: number;
  /** Whether it is over: closed and archived at its end. */
  readonly over: boolean;
  readonly newId: () => string;
}

/** The same seat whenever a panel is told: who sits there is stored apart from what is told. */
export function seatOf(panelId: string, key: string): SeatId {
  return uuidOf(panelId, 'seat', key);
}

/** What the people of a story count for. */
export function claimsIn({ cast }: Pick<Story, 'cast'>, panelId: string): ReadonlyMap<SeatId, readonly Claim[]> {
  return new Map(
    Object.entries(cast).map(([key, { groups = [] }]) => [
      seatOf(panelId, key),
      groups.map((group) => ({ group, attested: true })),
    ]),
  );
}

/** The course of a panel that is told: its people, what they do, and what is still to come, in the order of time. */
export class Course {
  readonly chronicle: Chronicle;
  /** Seconds after the opening. */
  now = 0;
  private readonly actors: ReadonlyMap<string, Actor>;
  private readonly steps: { readonly at: number; readonly take: () => void }[] = [];

  constructor(
    readonly story: Story,
    readonly telling: Telling,
  ) {
    const { panelId, newId } = telling;
    const claims = claimsIn(story, panelId);
    this.chronicle = new Chronicle(panelId, newId, (seat) => claims.get(seat) ?? []);
    this.actors = new Map(
      Object.entries(story.cast).map(([key, { role }]) => [key, { seat: seatOf(panelId, key), roles: [role] }]),
    );
  }

  get everybody(): readonly Actor[] {
    return [...this.actors.values()];
  }

  actor(key: string): Actor {
    const actor = this.actors.get(key);
    if (!actor) throw new Error(`Nobody in the story is called ${key}.`);
    return actor;
  }

  does<K extends IntentType>(
    who: string | Actor,
    type: K,
    body: Omit<IntentBodies[K], 'intentId' | 'panelId'>,
  ): ValueOf<K> {
    const actor = typeof who === 'string' ? this.actor(who) : who;
    return this.chronicle.does(actor, type, body, this.time(this.now));
  }

  /** What is planned for one time comes in the order of planning. */
  at(seconds: number, take: () => unknown): void {
    const before = this.steps.findLastIndex((step) => step.at <= seconds);
    this.steps.splice(before + 1, 0, { at: seconds, take: () => void take() });
  }

  /** So many seconds from now. */
  in(seconds: number, take: () => unknown): void {
    this.at(this.now + seconds, take);
  }

  /** Takes every step up to then; what was to come later never does. */
  play(until: number): void {
    for (let step = this.steps.shift(); step && step.at <= until; step = this.steps.shift()) {
      this.now = step.at;
      step.take();
    }
    this.now = until;
  }

  /** ms since the epoch. */
  time(seconds: number): number {
    return this.telling.openedAt + seconds * 1000;
  }
}
