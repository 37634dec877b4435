import type { QueueRule } from '../../amplify/queue/rule.js';
import type { Entry, PanelEvent } from '../events.js';
import { SLOT_S } from '../limits.js';
import type { SeatId } from '../roles.js';
import { FloorOrder } from './floor-order.js';
import { MOVES_FLOOR, type FloorStanding, type NextSpeech } from './floor-terms.js';
import { PeopleHeard, type Every, type GroupHeard } from './people-heard.js';
import type { Profiles } from './review-turns.js';

const PLACES_MAX = 100;

/**
 * Who speaks next, as a fold of the journals and of what people count for. A speech is charged at its end with the time it
 * took; only topics that the queue chose count as its selections. While somebody speaks, what follows is told as if they
 * took one slot.
 */
export class FloorTurns {
  private order: FloorOrder;
  private readonly asked = new Set<string>();
  private readonly heard = new PeopleHeard();
  private readonly versions = new Map<SeatId, number>();
  private given = 0;
  private overrides = 0;
  private latest = 0;
  private known: readonly NextSpeech[] | null = null;

  constructor(
    rule: QueueRule,
    private readonly profiles: Profiles,
  ) {
    this.order = this.orderBy(rule);
  }

  /** Before anybody asks: afterwards the rule stands. */
  follow(rule: QueueRule): void {
    if (this.asked.size > 0) return;
    const { slotSeconds } = this.order;
    this.order = this.orderBy(rule);
    this.order.slotSeconds = slotSeconds;
  }

  apply({ event, at }: Pick<Entry, 'event' | 'at'>): void {
    if (!MOVES_FLOOR.has(event.type)) return;
    this.known = null;
    this.latest = Math.max(this.latest, at);
    this.change(event, at);
    this.order.tell(this.latest);
  }

  /** The request of whoever has the floor. */
  get speaking(): string | null {
    return this.order.speaking?.id ?? null;
  }

  /** How many requests wait. */
  get length(): number {
    return this.order.size;
  }

  /** Who is next; while somebody speaks, who would be were the speech to end with its slot. */
  next(): NextSpeech | null {
    return this.upcoming(1)[0] ?? null;
  }

  /** Who is next once the present speech has ended after so many seconds. */
  nextAfter(seconds: number, at: number): NextSpeech | null {
    return this.order.afterSpeech(seconds, at).choose();
  }

  /** The next so many, were each to speak for one slot. */
  upcoming(count: number): readonly NextSpeech[] {
    if (this.known === null || this.known.length < Math.min(count, this.length)) {
      this.known = this.order.preview(count, this.latest);
    }
    return this.known.slice(0, count);
  }

  /** From 1; null for what does not wait, and beyond the first hundred. */
  placeOf(requestId: string): number | null {
    const index = this.upcoming(PLACES_MAX).findIndex((next) => next.requestId === requestId);
    return index === -1 ? null : index + 1;
  }

  standingOf(requestId: string): FloorStanding | null {
    const { order } = this;
    const request = order.of(requestId);
    if (!request) return null;
    const { person, at } = request;
    const isTopic = order.isTopic(requestId);
    return {
      place: this.placeOf(requestId),
      since: (isTopic ? order.turns.readyOf(person) : null) ?? at,
      first: order.turns.isFirst(person),
      mayYield: isTopic,
      yielding: isTopic && order.isYielding(person),
      owed: isTopic ? this.heard.owedTo(order.turns.attestedOf(person)) : [],
    };
  }

  turnsOf(person: SeatId): number {
    return this.order.turns.turnsOf(person);
  }

  /** Turns owed to a group. */
  owedTurns(group: string): number {
    return this.order.turns.owedByGroup().find((one) => one.group === group)?.turns ?? 0;
  }

  /** The part of all speeches that were chosen by hand, 0 to 1. */
  overrideShare(): number {
    return this.given === 0 ? 0 : this.overrides / this.given;
  }

  /** What groups had and are owed, as it was when the last so many new people had spoken; null before. */
  groupsHeard(every: Every): readonly GroupHeard[] | null {
    return this.heard.latest(every);
  }

  private change(event: PanelEvent, at: number): void {
    const { order } = this;
    switch (event.type) {
      case 'FloorSet':
        order.slotSeconds = event.slotSeconds;
        return;
      case 'FloorAsked':
        return this.ask(event, at);
      case 'FloorLeft':
      case 'FloorDeclined':
        return order.leave(event.requestId);
      case 'FloorYielded':
        return order.letOthers(event.requestId);
      case 'FloorCalled':
        if (!order.call(event.requestId, event.lane, at)) return;
        this.given += 1;
        if (event.lane === 'override') this.overrides += 1;
        return;
      case 'FloorEnded':
        return this.end(event.seconds, at);
      case 'PanelClosed':
      case 'PanelArchived':
        return order.clear();
      case 'ProfileRenewed':
        return event.body ? this.renew(event.body.seat, event.version) : undefined;
      default:
        return;
    }
  }

  private ask({ requestId, kind, body }: Extract<PanelEvent, { type: 'FloorAsked' }>, at: number): void {
    if (this.asked.has(requestId)) return;
    this.asked.add(requestId);
    const person = body?.author || requestId;
    this.heard.ask(person, this.claimsOf(person));
    this.order.ask({ id: requestId, person, kind, at });
  }

  private end(seconds: number, at: number): void {
    const ended = this.order.end(seconds, at);
    if (ended) this.heard.hear(ended.person, () => this.order.turns.owedByGroup());
  }

  private renew(person: SeatId, version: number): void {
    this.versions.set(person, version);
    this.order.relock(person);
  }

  private orderBy(rule: QueueRule): FloorOrder {
    const order = new FloorOrder(rule, (person) => this.claimsOf(person));
    order.slotSeconds = SLOT_S;
    return order;
  }

  private claimsOf(person: SeatId) {
    return this.profiles(person, this.versions.get(person) ?? 1);
  }
}
