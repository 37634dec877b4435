import { AmplifyQueue } from '../../amplify/queue/queue.js';
import type { Lane, QueueRule, Reason } from '../../amplify/queue/rule.js';
import { TURN } from '../../amplify/queue/units.js';
import type { Entry, SpeechKind } from '../events.js';
import { SLOT_S } from '../limits.js';
import type { SeatId } from '../roles.js';
import { PeopleHeard, type GroupHeard } from './people-heard.js';
import type { Profiles } from './review-turns.js';

/** How a speech came about: by the order of the floor, or chosen by hand. */
export type FloorLane = Lane | 'order' | 'reply';

export interface NextSpeech {
  readonly requestId: string;
  readonly lane: Exclude<FloorLane, 'override'>;
  readonly reason: Reason | 'ORDER' | 'REPLY';
}

/** Where somebody who asked to speak stands. For their own eyes. */
export interface FloorStanding {
  /** From 1; null beyond the first hundred. */
  readonly place: number | null;
  /** ms since the epoch: since when they wait. */
  readonly since: number;
  /** Has not spoken in this panel yet. */
  readonly first: boolean;
  /** Waits for a turn, not in the order of asking: may let others go first, and whether they do. */
  readonly mayYield: boolean;
  readonly yielding: boolean;
  /** Groups they count for that are owed half a turn or more. */
  readonly owed: readonly { readonly group: string; readonly turns: number }[];
}

interface Request {
  readonly id: string;
  readonly person: SeatId;
  readonly kind: SpeechKind;
  readonly at: number;
}

/** After each speech so many replies; what is left of them waits among the topics. */
const REPLIES_MAX = 2;
const PLACES_MAX = 100;
/** A person who lets others go first is passed over so many times. */
const YIELDED = 2;

/**
 * Who speaks next, as a fold of the journals and of what people count for: points of order as they come, then replies to
 * the speech that has just ended, then topics by the Amplify queue. A speech is charged at its end with the time it took;
 * only topics that the queue chose count as its selections. While somebody speaks, what follows is told as if they took
 * one slot.
 */
export class FloorTurns {
  private queue: AmplifyQueue;
  private waiting = new Map<string, Request>();
  private asked = new Set<string>();
  private speech: { readonly request: Request; readonly lane: FloorLane } | null = null;
  /** Replies given to the latest topic. */
  private replied = 0;
  private given = 0;
  private overrides = 0;
  private slotSeconds = SLOT_S;
  private versions = new Map<SeatId, number>();
  private yieldedUntil = new Map<SeatId, number>();
  private heard = new PeopleHeard();
  private latest = 0;
  private known: readonly NextSpeech[] | null = null;

  constructor(
    private rule: QueueRule,
    private readonly profiles: Profiles,
  ) {
    this.queue = new AmplifyQueue(rule);
  }

  /** Before anybody asks: afterwards the rule stands. */
  follow(rule: QueueRule): void {
    if (this.asked.size > 0) return;
    this.rule = rule;
    this.queue = new AmplifyQueue(rule);
  }

  apply({ event, at }: Pick<Entry, 'event' | 'at'>): void {
    this.known = null;
    this.latest = Math.max(this.latest, at);
    switch (event.type) {
      case 'FloorSet':
        this.slotSeconds = event.slotSeconds;
        return;
      case 'FloorAsked':
        return this.ask({ id: event.requestId, person: event.body?.author || event.requestId, kind: event.kind, at });
      case 'FloorLeft':
        if (this.waiting.delete(event.requestId)) this.queue.withdraw(event.requestId);
        return;
      case 'FloorYielded':
        return this.letOthers(event.requestId);
      case 'FloorCalled':
        return this.call(event.requestId, event.lane, at);
      case 'FloorEnded':
        return this.end(event.seconds, at);
      case 'ProfileRenewed':
        return event.body ? this.renew(event.body.seat, event.version) : undefined;
      default:
        return;
    }
  }

  /** The request of whoever has the floor. */
  get speaking(): string | null {
    return this.speech?.request.id ?? null;
  }

  /** How many requests wait. */
  get length(): number {
    return this.waiting.size;
  }

  /** Who is next; while somebody speaks, who would be were the speech to end with its slot. */
  next(): NextSpeech | null {
    return this.upcoming(1)[0] ?? null;
  }

  /** Who is next once the present speech has ended after so many seconds. */
  nextAfter(seconds: number, at: number): NextSpeech | null {
    const copy = this.clone();
    copy.end(seconds, at);
    return copy.choose();
  }

  /** The next so many, were each to speak for one slot. */
  upcoming(count: number): readonly NextSpeech[] {
    if (this.known === null || this.known.length < Math.min(count, this.waiting.size)) this.known = this.preview(count);
    return this.known.slice(0, count);
  }

  /** From 1; null for what does not wait, and beyond the first hundred. */
  placeOf(requestId: string): number | null {
    const index = this.upcoming(PLACES_MAX).findIndex((next) => next.requestId === requestId);
    return index === -1 ? null : index + 1;
  }

  standingOf(requestId: string): FloorStanding | null {
    const request = this.waiting.get(requestId);
    if (!request) return null;
    const { person, at } = request;
    const isTopic = this.queue.has(requestId);
    return {
      place: this.placeOf(requestId),
      since: (isTopic ? this.queue.readyOf(person) : null) ?? at,
      first: this.queue.isFirst(person),
      mayYield: isTopic,
      yielding: isTopic && (this.yieldedUntil.get(person) ?? 0) > this.queue.selections,
      owed: isTopic ? this.queue.owedTo(person) : [],
    };
  }

  turnsOf(person: SeatId): number {
    return this.queue.turnsOf(person);
  }

  /** Turns owed to a group. */
  owedTurns(group: string): number {
    return this.queue.owed(group) / TURN;
  }

  /** The part of all speeches that were chosen by hand, 0 to 1. */
  overrideShare(): number {
    return this.given === 0 ? 0 : this.overrides / this.given;
  }

  /** What groups had and are owed, as it was when the last ten new people had spoken; null before. */
  groupsHeard(): readonly GroupHeard[] | null {
    return this.heard.latest;
  }

  private ask(request: Request): void {
    if (this.asked.has(request.id)) return;
    this.asked.add(request.id);
    this.waiting.set(request.id, request);
    const claims = this.claimsOf(request.person);
    this.heard.ask(request.person, claims);
    if (request.kind === 'topic') this.queue.submit(request.person, request.id, request.at, claims);
  }

  private letOthers(requestId: string): void {
    const person = this.waiting.get(requestId)?.person;
    if (person === undefined || !this.queue.has(requestId)) return;
    this.queue.yieldTurn(person);
    this.yieldedUntil.set(person, this.queue.selections + YIELDED);
  }

  private call(requestId: string, lane: FloorLane, at: number): void {
    const request = this.waiting.get(requestId);
    if (!request) return;
    if (this.speech) this.end(0, at);
    this.waiting.delete(requestId);
    this.given += 1;
    if (lane === 'override') this.overrides += 1;

    if (this.queue.has(requestId)) this.beginExchange(at);
    else if (request.kind === 'reply') this.replied += 1;
    this.speech = { request, lane };
  }

  /** With another topic, replies that were not heard wait among the topics. */
  private beginExchange(at: number): void {
    this.replied = 0;
    for (const { id, person, kind } of this.waiting.values()) {
      if (kind === 'reply') this.queue.submit(person, id, at, this.claimsOf(person));
    }
  }

  private end(seconds: number, at: number): void {
    if (!this.speech) return;
    const { request, lane } = this.speech;
    const { id, person } = request;
    this.speech = null;

    const isSelection = this.queue.has(id) && (lane === 'seniority' || lane === 'equity');
    this.queue.submit(person, id, at, this.claimsOf(person));
    this.queue.serve(person, isSelection ? lane : 'override', seconds / this.slotSeconds, at, id);
    this.heard.speak(person);
    if (this.heard.isDue) {
      this.heard.take(this.rule.groups.map(({ id: group }) => ({ group, turns: this.queue.owed(group) / TURN })));
    }
  }

  private choose(): NextSpeech | null {
    const order = this.first('order');
    if (order) return { requestId: order.id, lane: 'order', reason: 'ORDER' };
    const reply = this.replied < REPLIES_MAX ? this.first('reply') : null;
    if (reply) return { requestId: reply.id, lane: 'reply', reason: 'REPLY' };

    const chosen = this.queue.choose();
    if (!chosen || chosen.lane === 'override') return null;
    return { requestId: chosen.item, lane: chosen.lane, reason: chosen.reason };
  }

  /** Who has spoken least comes first, then who asked first; points of order come as they were asked. */
  private first(kind: 'order' | 'reply'): Request | null {
    let first: Request | null = null;
    for (const request of this.waiting.values()) {
      if (request.kind !== kind || this.queue.has(request.id)) continue;
      if (kind === 'order') return request;
      if (!first || this.queue.turnsOf(request.person) < this.queue.turnsOf(first.person)) first = request;
    }
    return first;
  }

  private preview(count: number): readonly NextSpeech[] {
    const copy = this.clone();
    const order: NextSpeech[] = [];
    const { slotSeconds, latest: at } = this;
    copy.end(slotSeconds, at);
    for (let next = copy.choose(); next && order.length < count; next = copy.choose()) {
      order.push(next);
      copy.call(next.requestId, next.lane, at);
      copy.end(slotSeconds, at);
    }
    return order;
  }

  private renew(person: SeatId, version: number): void {
    this.versions.set(person, version);
    this.queue.relock(person, this.claimsOf(person));
  }

  private claimsOf(person: SeatId) {
    return this.profiles(person, this.versions.get(person) ?? 1);
  }

  private clone(): FloorTurns {
    const copy = new FloorTurns(this.rule, this.profiles);
    copy.queue = this.queue.clone();
    copy.waiting = new Map(this.waiting);
    copy.asked = new Set(this.asked);
    copy.speech = this.speech;
    copy.replied = this.replied;
    copy.given = this.given;
    copy.overrides = this.overrides;
    copy.slotSeconds = this.slotSeconds;
    copy.versions = new Map(this.versions);
    copy.yieldedUntil = new Map(this.yieldedUntil);
    copy.heard = this.heard.clone();
    copy.latest = this.latest;
    return copy;
  }
}
