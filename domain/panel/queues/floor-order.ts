import { AmplifyQueue } from '../../amplify/queue/queue.js';
import type { Claim, QueueRule } from '../../amplify/queue/rule.js';
import type { SeatId } from '../roles.js';
import { Exchange, type Request } from './exchange.js';
import type { FloorLane, NextSpeech } from './floor-terms.js';

type ClaimsOf = (person: SeatId) => readonly Claim[];

/** A person who lets others go first is passed over so many times. */
const YIELDED = 2;

/**
 * The order of those who asked to speak: points of order and replies as far as the exchange has room for them, then topics by
 * the Amplify queue, then what is left. The topic that is told as next stays it until somebody has spoken: were a newcomer
 * told at once, everybody would see whom the queue prefers.
 */
export class FloorOrder {
  slotSeconds = 0;
  private queue: AmplifyQueue;
  private exchange = new Exchange();
  private waiting = new Map<string, Request>();
  private speech: { readonly request: Request; readonly lane: FloorLane } | null = null;
  private told: NextSpeech | null = null;
  private yieldedUntil = new Map<SeatId, number>();

  constructor(
    private readonly rule: QueueRule,
    private readonly claimsOf: ClaimsOf,
  ) {
    this.queue = new AmplifyQueue(rule);
  }

  get size(): number {
    return this.waiting.size;
  }

  get speaking(): Request | null {
    return this.speech?.request ?? null;
  }

  of(requestId: string): Request | undefined {
    return this.waiting.get(requestId);
  }

  /** Whether this waits for a turn of its author’s. */
  isTopic(requestId: string): boolean {
    return this.queue.has(requestId);
  }

  isYielding(person: SeatId): boolean {
    return (this.yieldedUntil.get(person) ?? 0) > this.queue.selections;
  }

  /** What is known of people and groups; charged and chosen here alone. */
  get turns(): Pick<AmplifyQueue, 'isFirst' | 'readyOf' | 'turnsOf' | 'attestedOf' | 'owedByGroup'> {
    return this.queue;
  }

  ask(request: Request): void {
    this.waiting.set(request.id, request);
    const { id, person, kind, at } = request;
    if (kind === 'topic') this.queue.submit(person, id, at, this.claimsOf(person));
  }

  leave(requestId: string): void {
    if (this.waiting.delete(requestId)) this.queue.withdraw(requestId);
  }

  /** Nobody waits any more. */
  clear(): void {
    for (const id of [...this.waiting.keys()]) this.leave(id);
  }

  letOthers(requestId: string): void {
    const person = this.waiting.get(requestId)?.person;
    if (person === undefined || !this.queue.has(requestId)) return;
    // A speech that the queue chose counts as its selection when it ends: it is none of those that follow.
    const underWay = this.selecting ? 1 : 0;
    this.queue.yieldTurn(person, underWay);
    this.yieldedUntil.set(person, this.queue.selections + underWay + YIELDED);
    if (this.told?.requestId === requestId) this.told = null;
  }

  relock(person: SeatId): void {
    this.queue.relock(person, this.claimsOf(person));
  }

  /** @returns whether it was one that waited. */
  call(requestId: string, lane: FloorLane, at: number): boolean {
    const request = this.waiting.get(requestId);
    if (!request) return false;
    this.end(0, at);
    this.waiting.delete(requestId);
    if (this.queue.has(requestId)) this.beginExchange(at);
    else this.exchange.note(request);
    this.speech = { request, lane };
    return true;
  }

  /** Charges the speech with the time it took. What was told as next is told anew: the rule chooses after a speech. */
  end(seconds: number, at: number): Request | null {
    if (!this.speech) return null;
    const { request } = this.speech;
    const { id, person } = request;
    const lane = this.selecting ?? 'override';
    this.speech = null;
    this.told = null;

    this.queue.submit(person, id, at, this.claimsOf(person));
    this.queue.serve(person, lane, seconds / this.slotSeconds, at, id);
    return request;
  }

  /** Fixes the topic that is told as next where none is; while somebody speaks, as if they took one slot. */
  tell(at: number): void {
    if (this.told && this.queue.has(this.told.requestId) && this.waiting.has(this.told.requestId)) return;
    this.told = null;
    if (this.speech) this.told = this.afterSpeech(this.slotSeconds, at).topic();
    else this.told = this.topic();
  }

  /** As it is once the present speech has ended after so many seconds. */
  afterSpeech(seconds: number, at: number): FloorOrder {
    const copy = this.clone();
    copy.end(seconds, at);
    return copy;
  }

  /** Who is next while nobody speaks. */
  choose(): NextSpeech | null {
    const waiting = [...this.waiting.values()].filter(({ id }) => !this.queue.has(id));
    const turnsOf = (person: SeatId) => this.queue.turnsOf(person);
    const { exchange } = this;
    return (
      named(exchange.order(waiting)) ??
      named(exchange.reply(waiting, turnsOf)) ??
      this.told ??
      this.topic() ??
      named(exchange.rest(waiting, turnsOf))
    );
  }

  /** The next so many, were each to speak for one slot. */
  preview(count: number, at: number): readonly NextSpeech[] {
    const copy = this.afterSpeech(this.slotSeconds, at);
    copy.told = this.told;
    const order: NextSpeech[] = [];
    for (let next = copy.choose(); next && order.length < count; next = copy.choose()) {
      order.push(next);
      copy.call(next.requestId, next.lane, at);
      copy.end(this.slotSeconds, at);
    }
    return order;
  }

  clone(): FloorOrder {
    const copy = new FloorOrder(this.rule, this.claimsOf);
    copy.slotSeconds = this.slotSeconds;
    copy.queue = this.queue.clone();
    copy.exchange = this.exchange.clone();
    copy.waiting = new Map(this.waiting);
    copy.speech = this.speech;
    copy.told = this.told;
    copy.yieldedUntil = new Map(this.yieldedUntil);
    return copy;
  }

  /** How the queue chose the present speech; null where it did not. */
  private get selecting(): 'seniority' | 'equity' | null {
    if (!this.speech || !this.queue.has(this.speech.request.id)) return null;
    const { lane } = this.speech;
    return lane === 'seniority' || lane === 'equity' ? lane : null;
  }

  /** With another topic, replies that were not heard wait among the topics. */
  private beginExchange(at: number): void {
    this.exchange.begin();
    for (const { id, person, kind } of this.waiting.values()) {
      if (kind === 'reply') this.queue.submit(person, id, at, this.claimsOf(person));
    }
  }

  private topic(): NextSpeech | null {
    const chosen = this.queue.choose();
    if (!chosen || chosen.lane === 'override') return null;
    return { requestId: chosen.item, lane: chosen.lane, reason: chosen.reason };
  }
}

function named(request: Request | null): NextSpeech | null {
  if (!request) return null;
  const isOrder = request.kind === 'order';
  return { requestId: request.id, lane: isOrder ? 'order' : 'reply', reason: isOrder ? 'ORDER' : 'REPLY' };
}
