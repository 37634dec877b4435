import { type Contender, Contenders } from './contenders.js';
import { type Charge, Ledger } from './ledger.js';
import { type Profile, profileOf } from './profile.js';
import type { Chosen, Claim, Lane, QueueRule } from './rule.js';
import { select } from './select.js';
import { milliTurns, MILLI, TURN } from './units.js';

export type { Chosen, Claim, Group, Lane, QueueRule } from './rule.js';

/** One turn had, with what is needed to take it back. */
export interface Turn {
  readonly person: string;
  readonly item: string;
  readonly lane: Lane;
  /** The wait that the item had. */
  readonly ready: number;
  readonly sq: number;
  readonly place: number;
  readonly charge: Charge;
}

interface Item {
  readonly id: string;
  /** Orders a person's own items. */
  readonly place: number;
  /** ms since the epoch: since then it is another one; see `renew`. */
  readonly renewedAt?: number;
}

interface Person {
  claims: readonly Claim[];
  profile: Profile;
  /** Milli-turns had. */
  h: number;
  items: Item[];
}

type Exclude = (person: string, item: string) => boolean;

const MINUTE_MS = 60_000;
/** A person who lets others go first is passed over so many times. */
const YIELDED = 2;

/**
 * The Amplify queue (docs/QUEUE.md): each person has one place, whatever they submit, and the place goes by what their
 * groups are owed, by how often they were heard and by how long they have waited. No clock and no chance: the same calls
 * give the same order everywhere. Times do not run backwards.
 */
export class AmplifyQueue {
  private people = new Map<string, Person>();
  private authors = new Map<string, string>();
  /** Who lets others go first, and up to which selection. */
  private yielding = new Map<string, number>();
  private waiting = new Contenders();
  private ledger: Ledger;
  private readonly places: ReadonlyMap<string, number>;
  private count = 0;
  private sequence = 0;
  private latest = 0;

  constructor(private readonly rule: QueueRule) {
    this.ledger = new Ledger(rule);
    this.places = new Map(rule.groups.map(({ id }, place) => [id, place]));
  }

  get contenders(): number {
    return this.waiting.size;
  }

  /** How many the queue has chosen and were served; overrides do not count. */
  get selections(): number {
    return this.count;
  }

  /**
   * `at`: ms since the epoch. Claims are locked at a person's first submission here; later ones are ignored. An item that
   * waits already stays as it is.
   */
  submit(person: string, item: string, at: number, claims: readonly Claim[]): void {
    if (this.authors.has(item)) return;
    this.authors.set(item, person);
    this.latest = Math.max(this.latest, at);
    const { items } = this.known(person, claims);
    items.push({ id: item, place: ++this.sequence });
    if (items.length === 1) this.stand(person, at, ++this.sequence);
  }

  /** Changes what a person counts for from now on. */
  relock(person: string, claims: readonly Claim[]): void {
    const known = this.known(person, claims);
    known.claims = claims;
    known.profile = profileOf(claims, this.places);
    this.standAsBefore(person);
  }

  /** Takes an item out without a turn. Withdrawing the head never changes `ready`. */
  withdraw(item: string): void {
    const author = this.authors.get(item);
    const person = author === undefined ? undefined : this.people.get(author);
    if (author === undefined || !person) return;
    this.authors.delete(item);
    person.items = person.items.filter(({ id }) => id !== item);
    const now = this.waiting.of(author);
    const renewedAt = person.items[0]?.renewedAt ?? -Infinity;
    if (now && renewedAt > now.ready) this.stand(author, renewedAt, ++this.sequence);
    else this.standAsBefore(author);
  }

  /** The item is another one from now on, and waits since `at`: with its author where it is their head, else when it becomes that. */
  renew(item: string, at: number): void {
    const author = this.authors.get(item);
    const person = author === undefined ? undefined : this.people.get(author);
    if (author === undefined || !person) return;
    this.latest = Math.max(this.latest, at);
    person.items = person.items.map((one) => (one.id === item ? { ...one, renewedAt: at } : one));
    if (person.items[0]?.id === item) this.stand(author, at, ++this.sequence);
  }

  /** Who is next; null when nobody waits, or everybody who waits is excluded. */
  choose(exclude: Exclude = () => false): Chosen | null {
    const { rule, waiting: contenders, ledger, count: selections } = this;
    const state = { rule, contenders, ledger, selections };
    const accepts = ({ person, item }: Contender) => !exclude(person, item);
    if (this.yielding.size === 0) return select(state, accepts);

    const isYielding = ({ person }: Contender) => (this.yielding.get(person) ?? 0) > selections;
    // Where nobody is left to go first, whoever yields is chosen: no place is empty while somebody waits.
    return select(state, (contender) => !isYielding(contender) && accepts(contender)) ?? select(state, accepts);
  }

  /**
   * Charges `cost` turns. The item is the person's head unless an override names another of theirs.
   *
   * @returns what `restore` needs.
   * @throws Error when the person has no such item waiting.
   */
  serve(person: string, lane: Lane, cost: number, at: number, item?: string): Turn {
    const known = this.people.get(person);
    const contender = this.waiting.of(person);
    const index = item === undefined ? 0 : (known?.items.findIndex(({ id }) => id === item) ?? -1);
    const served = known?.items[index];
    if (!known || !contender || !served) throw new Error(`Not waiting: ${item ?? 'anything'} of ${person}.`);

    const charge = this.ledger.charge({
      profile: known.profile,
      lane,
      cost: milliTurns(cost),
      waits: (group) => this.waiting.hasAnyOf(group),
    });
    known.h += charge.cost;
    known.items.splice(index, 1);
    this.authors.delete(served.id);
    if (lane !== 'override') this.count += 1;
    this.latest = Math.max(this.latest, at);
    this.stand(person, at, ++this.sequence);
    return { person, item: served.id, lane, ready: contender.ready, sq: contender.sq, place: served.place, charge };
  }

  /** Takes a turn back, as if it had not been had: lease expired, given back or undone. The item waits as it did. */
  restore(turn: Turn): void {
    const person = this.people.get(turn.person);
    if (!person || this.authors.has(turn.item)) return;
    this.ledger.undo(turn.charge);
    person.h -= turn.charge.cost;
    person.items = [...person.items, { id: turn.item, place: turn.place }].sort((a, b) => a.place - b.place);
    this.authors.set(turn.item, turn.person);
    if (turn.lane !== 'override') this.count -= 1;

    const now = this.waiting.of(turn.person);
    const since = now && now.sq < turn.sq ? now : turn;
    this.stand(turn.person, since.ready, since.sq);
  }

  /**
   * Lets others go first: keeps item, wait and turns, and is not chosen by the next two selections. `underWay`: selections
   * made already and not served yet, which are none of the two.
   */
  yieldTurn(person: string, underWay = 0): void {
    this.yielding.set(person, this.count + underWay + YIELDED);
  }

  /** The next so many, were each chosen and served with one turn now; now is the latest time it heard of unless said. */
  preview(count: number, exclude?: Exclude, at = this.latest): readonly Chosen[] {
    const copy = this.clone();
    const order: Chosen[] = [];
    for (let next = copy.choose(exclude); next && order.length < count; next = copy.choose(exclude)) {
      order.push(next);
      copy.serve(next.person, next.lane, 1, at);
    }
    return order;
  }

  /** What a group is owed, in U: 1e7 a turn. */
  owed(group: string): number {
    return this.ledger.owed(this.places.get(group) ?? -1);
  }

  /** What every group is owed, in turns. */
  owedByGroup(): readonly { readonly group: string; readonly turns: number }[] {
    return this.rule.groups.map(({ id: group }) => ({ group, turns: this.owed(group) / TURN }));
  }

  /** Whether any group is owed enough to count. */
  get owesAnyGroup(): boolean {
    return this.rule.groups.some((_, group) => this.ledger.counting(group) > 0);
  }

  turnsOf(person: string): number {
    return (this.people.get(person)?.h ?? 0) / MILLI;
  }

  /** Whether an item waits here. */
  has(item: string): boolean {
    return this.authors.has(item);
  }

  isFirst(person: string): boolean {
    return this.turnsOf(person) === 0;
  }

  /** Since when somebody waits; null when they do not. */
  readyOf(person: string): number | null {
    return this.waiting.of(person)?.ready ?? null;
  }

  claimsOf(person: string): readonly Claim[] {
    return this.people.get(person)?.claims ?? [];
  }

  /** Groups of this queue that somebody vouches for. */
  attestedOf(person: string): readonly string[] {
    return (this.people.get(person)?.profile.attested ?? []).map((group) => this.rule.groups[group]?.id ?? '');
  }

  /** What a person counts for now. For their own eyes. */
  owedTo(person: string): readonly { readonly group: string; readonly turns: number }[] {
    const { attested = [], declared = [] } = this.people.get(person)?.profile ?? {};
    return [...attested, ...declared.filter((group) => this.ledger.admitsDeclared(group))]
      .filter((group) => this.ledger.counting(group) > 0)
      .sort((a, b) => a - b)
      .map((group) => ({ group: this.rule.groups[group]?.id ?? '', turns: this.ledger.counting(group) / TURN }));
  }

  clone(): AmplifyQueue {
    const copy = new AmplifyQueue(this.rule);
    for (const [id, person] of this.people) copy.people.set(id, { ...person, items: [...person.items] });
    copy.authors = new Map(this.authors);
    copy.yielding = new Map(this.yielding);
    copy.waiting = this.waiting.clone();
    copy.ledger = this.ledger.clone();
    copy.count = this.count;
    copy.sequence = this.sequence;
    copy.latest = this.latest;
    return copy;
  }

  private known(id: string, claims: readonly Claim[]): Person {
    const known = this.people.get(id) ?? { claims, profile: profileOf(claims, this.places), h: 0, items: [] };
    this.people.set(id, known);
    return known;
  }

  private standAsBefore(id: string): void {
    const now = this.waiting.of(id);
    if (now) this.stand(id, now.ready, now.sq);
  }

  /** One place a person, for the first of their items; none without any. */
  private stand(id: string, ready: number, sq: number): void {
    const person = this.people.get(id);
    const head = person?.items[0];
    if (!person || !head) return this.waiting.remove(id);

    const { h, profile } = person;
    const seniority = ready + (this.rule.minutesPerTurn * MINUTE_MS * h) / MILLI;
    this.waiting.put({ person: id, item: head.id, profile, h, ready, seniority, sq });
  }
}
