import { AmplifyQueue, type Chosen, type Turn } from '../../amplify/queue/queue.js';
import type { Claim, QueueRule } from '../../amplify/queue/rule.js';
import { MILLI, TURN } from '../../amplify/queue/units.js';
import type { Entry, PanelEvent } from '../events.js';
import type { SeatId } from '../roles.js';
import { PeopleHeard, type OwedTo } from './people-heard.js';

/** What a seat counts for, by the version of its profile; nothing where nothing is kept. */
export type Profiles = (seat: SeatId, version: number) => readonly Claim[];

/** Who asks for the next item, and when. */
export interface Asking {
  /** ms since the epoch. */
  readonly at: number;
  readonly excludes: (person: SeatId, item: string) => boolean;
  /** Items held that count as given back already. */
  readonly givenBack?: ReadonlySet<string>;
}

/** Where an author stands. For their own eyes. */
export interface Standing {
  /** From 1; null beyond the first hundred. */
  readonly place: number | null;
  /** ms since the epoch: since when they wait. */
  readonly since: number;
  /** No turn in this panel yet. */
  readonly first: boolean;
  readonly owed: readonly OwedTo[];
}

interface Held {
  readonly turn: Turn | null;
  readonly until: number;
}

/** A turn; `none`; `out`: it left the queue without one; or what it had cost before it was handed on. */
type Spent = Turn | 'none' | 'out' | { readonly aside: Turn | null };

interface Known {
  readonly person: SeatId;
  readonly since: number;
}

const PLACES_MAX = 100;

/**
 * The Amplify queue of the desk, as a fold of the journals and of what people count for: what waits, what is held, what it
 * cost. A turn is charged when an item is taken, and taken back when the lease ends without a decision, so that equal
 * entries give an equal order on every node and in every replay.
 */
export class ReviewTurns {
  private readonly held = new Map<string, Held>();
  /** Handed on to a host after its turn. */
  private readonly aside = new Map<string, Turn | null>();
  /** What each decision on an item cost, latest last. */
  private readonly spent = new Map<string, Spent[]>();
  private readonly known = new Map<string, Known>();
  private readonly versions = new Map<SeatId, number>();
  private readonly heard = new PeopleHeard();
  /** What was handed out, in the order in which it was first. */
  private readonly handedOut = new Set<string>();
  private isEased = false;
  private owedWhileEased = false;
  private places: ReadonlyMap<SeatId, number> | null = null;

  constructor(
    private queue: AmplifyQueue,
    private readonly profiles: Profiles,
  ) {}

  /** Before anybody waits: afterwards the rule stands. */
  follow(rule: QueueRule): void {
    if (this.known.size === 0) this.queue = new AmplifyQueue(rule);
  }

  apply({ event, at }: Pick<Entry, 'event' | 'at'>): void {
    this.places = null;
    for (const [item, { turn }] of this.ended(at)) this.giveBack(item, turn);
    this.change(event, at);
    this.owedWhileEased = this.isEased && (this.owedWhileEased || this.queue.owesAnyGroup);
  }

  /**
   * Who is next, as things stand at that time. What somebody had in their hands and gave back comes first, in the order in
   * which it was handed out: whoever looks ahead by passing over would otherwise see who is preferred to it. Changes nothing.
   */
  next({ at, excludes, givenBack }: Asking): Chosen | null {
    const queue = this.asOf(at, givenBack);
    for (const back of this.backIn(queue)) {
      const chosen = queue.choose((person, item) => item !== back || excludes(person, item));
      if (chosen) return chosen;
    }
    return queue.choose(excludes);
  }

  /** How many people wait in this order. */
  get waiting(): number {
    return this.queue.contenders;
  }

  /** The number of the next selection, from 1. */
  get nextPlace(): number {
    return this.queue.selections + 1;
  }

  /** Whether this item waits for its author’s turn at that time. */
  has(item: string, at: number): boolean {
    const held = this.held.get(item);
    return held ? held.turn !== null && held.until <= at : this.queue.has(item);
  }

  /**
   * Whether any group was owed half a turn or more since not every decline gets a second look. Not at this moment alone: a
   * turn of somebody who counts for the group would be told by what changes with it.
   */
  get owedAnyGroup(): boolean {
    return this.owedWhileEased;
  }

  isFirst(person: SeatId): boolean {
    return this.queue.isFirst(person);
  }

  turnsOf(person: SeatId): number {
    return this.queue.turnsOf(person);
  }

  /** Turns owed to a group. */
  owedTurns(group: string): number {
    return this.queue.owed(group) / TURN;
  }

  /** Where this item's author stands; null for what does not wait. Being read now is the first place. */
  standingOf(item: string): Standing | null {
    const known = this.known.get(item);
    if (!known) return null;
    const { person } = known;
    const turn = this.held.get(item)?.turn ?? this.aside.get(item) ?? this.turnOf(person);
    if (!turn && !this.queue.has(item) && !this.aside.has(item)) return null;

    const since = turn?.ready ?? this.queue.readyOf(person) ?? known.since;
    const first = turn ? this.queue.turnsOf(person) <= turn.charge.cost / MILLI : this.queue.isFirst(person);
    const place = turn || this.aside.has(item) ? 1 : (this.order().get(person) ?? null);
    return { place, since, first, owed: this.heard.owedTo(this.queue.attestedOf(person)) };
  }

  private change(event: PanelEvent, at: number): void {
    switch (event.type) {
      case 'Submitted':
        if (event.path !== 'through') this.submit(event.contributionId, event.body?.author, at);
        return;
      case 'Edited':
        return event.anew ? this.renewItem(event.contributionId, at) : undefined;
      case 'Resubmitted':
        return this.submit(event.contributionId, this.known.get(event.contributionId)?.person, at);
      case 'Withdrawn':
        this.held.delete(event.contributionId);
        this.aside.delete(event.contributionId);
        return this.queue.withdraw(event.contributionId);
      case 'Lapsed':
        this.giveBack(event.contributionId, this.held.get(event.contributionId)?.turn ?? null);
        this.aside.delete(event.contributionId);
        return this.queue.withdraw(event.contributionId);
      case 'Taken':
        return this.take(event.contributionId, { until: event.until, lane: event.lane ?? 'override', at });
      case 'LeaseRenewed': {
        const held = this.held.get(event.contributionId);
        if (held) this.held.set(event.contributionId, { ...held, until: event.until });
        return;
      }
      case 'Released':
      case 'Recused':
        return this.giveBack(event.contributionId, this.held.get(event.contributionId)?.turn ?? null);
      case 'Escalated':
        return this.handOn(event.contributionId);
      case 'Decided':
      case 'Looked':
        return this.decide(event.contributionId, event.verdict === 'redact', at);
      case 'DecisionReversed':
        return this.spend(event.contributionId, 'none');
      case 'DecisionUndone':
        return this.undo(event.contributionId);
      case 'AppealAnswered':
        this.held.delete(event.contributionId);
        return event.outcome === 'overturned' && !event.stands ? this.reenter(event.contributionId) : undefined;
      case 'SecondLookEased':
        this.isEased = event.on;
        return;
      case 'ProfileRenewed':
        return event.body ? this.renew(event.body.seat, event.version) : undefined;
      default:
        return;
    }
  }

  private submit(item: string, author: SeatId | undefined, at: number): void {
    const person = author || item;
    this.known.set(item, { person, since: at });
    this.handedOut.delete(item);
    this.held.delete(item);
    this.aside.delete(item);
    const claims = this.profiles(person, this.versions.get(person) ?? 1);
    this.heard.ask(person, claims);
    this.queue.submit(person, item, at, claims);
  }

  private renewItem(item: string, at: number): void {
    const known = this.known.get(item);
    if (known) this.known.set(item, { ...known, since: at });
    this.queue.renew(item, at);
  }

  private serve(person: SeatId, lane: Turn['lane'], at: number, item: string): Turn {
    const turn = this.queue.serve(person, lane, 1, at, item);
    this.heard.hear(person, () => this.queue.owedByGroup());
    return turn;
  }

  private take(item: string, { until, lane, at }: { until: number; lane: Turn['lane'] | 'again'; at: number }): void {
    const person = this.known.get(item)?.person;
    const isCharged = person !== undefined && lane !== 'again' && this.queue.has(item);
    const turn = isCharged ? this.serve(person, lane, at, item) : (this.held.get(item)?.turn ?? null);
    this.held.set(item, { turn, until });
    this.handedOut.add(item);
  }

  /** It had its turn, and waits for a host without another. */
  private handOn(item: string): void {
    this.aside.set(item, this.held.get(item)?.turn ?? this.aside.get(item) ?? null);
    this.held.delete(item);
    this.queue.withdraw(item);
  }

  private giveBack(item: string, turn: Turn | null): void {
    this.held.delete(item);
    if (turn) this.queue.restore(turn);
  }

  /** What is decided while nobody holds it costs its author a turn all the same; taking out of the record costs none. */
  private decide(item: string, isRedaction: boolean, at: number): void {
    const aside = this.aside.get(item);
    const had = aside === undefined ? (this.held.get(item)?.turn ?? 'none') : { aside };
    this.held.delete(item);
    this.aside.delete(item);
    const person = this.known.get(item)?.person;
    if (person === undefined || !this.queue.has(item)) return this.spend(item, had);
    if (!isRedaction) return this.spend(item, this.serve(person, 'override', at, item));
    this.queue.withdraw(item);
    this.spend(item, 'out');
  }

  private spend(item: string, cost: Spent): void {
    this.spent.set(item, [...(this.spent.get(item) ?? []), cost]);
  }

  /** As if its latest decision had not been made: with its old wait, where it waited. */
  private undo(item: string): void {
    const spent = this.spent.get(item) ?? [];
    this.spent.set(item, spent.slice(0, -1));
    this.held.delete(item);
    this.takeBack(item, spent.at(-1) ?? 'none');
  }

  /** Waits again with its old wait, as if it had had no turn at all. */
  private reenter(item: string): void {
    const cost = (this.spent.get(item) ?? []).findLast((one) => one !== 'none') ?? 'out';
    this.spent.set(item, []);
    this.takeBack(item, typeof cost === 'object' && 'aside' in cost ? (cost.aside ?? 'out') : cost);
  }

  private takeBack(item: string, cost: Spent): void {
    const known = this.known.get(item);
    if (cost === 'none') return;
    if (cost === 'out') return known && this.submit(item, known.person, known.since);
    if ('aside' in cost) this.aside.set(item, cost.aside);
    else this.queue.restore(cost);
  }

  private renew(person: SeatId, version: number): void {
    this.versions.set(person, version);
    this.queue.relock(person, this.profiles(person, version));
  }

  /** Of what is being read now. */
  private turnOf(person: SeatId): Turn | null {
    for (const { turn } of this.held.values()) if (turn?.person === person) return turn;
    return null;
  }

  /** Leases that are over by then, in the order in which they end. */
  private ended(at: number): readonly (readonly [string, Held])[] {
    return [...this.held]
      .filter(([, { until }]) => until <= at)
      .sort(([a, one], [b, other]) => one.until - other.until || (a < b ? -1 : 1));
  }

  private asOf(at: number, givenBack: ReadonlySet<string> = new Set()): AmplifyQueue {
    const back = [...this.held].filter(([item, { until, turn }]) => turn && (until <= at || givenBack.has(item)));
    if (back.length === 0) return this.queue;
    const queue = this.queue.clone();
    for (const [, { turn }] of back) if (turn) queue.restore(turn);
    return queue;
  }

  private backIn(queue: AmplifyQueue): readonly string[] {
    return [...this.handedOut].filter((item) => queue.has(item));
  }

  /** People by place: those being read first, then the order in which the others would come. */
  private order(): ReadonlyMap<SeatId, number> {
    if (this.places) return this.places;
    const places = new Map<SeatId, number>();
    for (const { turn } of this.held.values()) if (turn) places.set(turn.person, 1);
    const back = this.backIn(this.queue).flatMap((item) => this.known.get(item)?.person ?? []);
    for (const person of [...back, ...this.queue.preview(PLACES_MAX).map(({ person }) => person)]) {
      if (!places.has(person)) places.set(person, places.size + 1);
    }
    this.places = places;
    return places;
  }
}
