import { decide } from '../panel/decide/index.js';
import type { GroupTerms, PanelEvent } from '../panel/events.js';
import { evolve, initialState } from '../panel/evolve.js';
import type { Intent, ActType, ValueOf } from '../panel/intents.js';
import { journalOf } from '../panel/journals.js';
import { PanelQueues } from '../panel/queues/panel-queues.js';
import { DEFAULT_TERMS } from '../panel/queues/terms.js';
import { choosables, deskHistory, deskView } from '../panel/visibility.js';
import { randomFrom, type Guessed } from './chance.js';
import { submitted } from './entries.js';

/** Who comes to a panel: what part of the people belongs to the group, its floor, and whether they come later than others. */
export interface Crowd {
  readonly members: number;
  /** Basis points. */
  readonly floor: number;
  readonly isLate?: boolean;
  /** Nobody vouches for them, so that nothing in the order is theirs. */
  readonly isUnknown?: boolean;
}

export interface Watching {
  /** How many they pass over each time, to see what would be next. */
  readonly looksAhead?: number;
  readonly keepsWire?: boolean;
}

/** What a moderator can know of one contribution that was decided on. Of yes and no: 1, 0, or 0.5 where it is not known. */
export interface Seen {
  readonly id: string;
  /** How many were decided on before. */
  readonly order: number;
  readonly waiting: number;
  readonly oldest: number;
  /** How many they knew of before this one that were still undecided then. */
  readonly overtook: number;
  /** It was not the one that was to be next when they looked ahead. */
  readonly jumped: number;
  /** They declined it while not every decline has a second look, and this one has. */
  readonly awaitsSecond: number;
}

export interface Watched extends Guessed<Seen> {
  /** All that was ever sent to the moderator, in JSON. */
  readonly wire: readonly string[];
}

const ITEMS = 60;
/** Some come back with another one. */
const AGAIN = 0.15;
/** Decisions, and minutes from one to the next. */
const TURNS = 50;
const EVERY = 1.8;
const DECLINED = 0.15;
const MINUTE = 60_000;
const STEPS = ['none', 'under-1-min', 'under-5-min', 'under-15-min', 'over-15-min'];
const UNKNOWN = 0.5;
const RULE = { id: 'r1', title: 'On topic', text: 'Speak to the subject.' };

/**
 * A busy panel with two moderators, one of whom keeps all that comes to them and asks for all there is to ask for:
 * at each arrival the list of what waits, before each decision what would be next if they passed this one over.
 */
export function watchedPanel(
  seed: number,
  crowd: Crowd,
  { looksAhead = 0, keepsWire = false }: Watching = {},
): Watched {
  const random = randomFrom(seed);
  const room = new Room(crowd);
  const spy = new Spy(room, keepsWire);
  const arrivals = arrivalsOf(crowd, random);
  const members = new Set(arrivals.filter(({ seat }) => isMember(seat)).map(({ id }) => id));

  for (let turn = 0; turn < TURNS; turn++) {
    const at = Math.floor(turn * EVERY * MINUTE + random() * 1000);
    for (let next = arrivals[0]; next && next.at <= at; next = arrivals[0]) {
      arrivals.shift();
      room.arrives(next);
      spy.looks();
    }
    room.at = at;
    const verdict = random() < DECLINED ? 'decline' : 'publish';
    if (turn % 2 === 0) spy.decides(verdict, looksAhead);
    else spy.hears(room.decides('ma', verdict));
  }
  return { seen: spy.seen, isMember: ({ id }) => members.has(id), wire: spy.wire };
}

function isMember(seat: string): boolean {
  return seat.startsWith('member');
}

interface Arrival {
  readonly at: number;
  readonly id: string;
  readonly seat: string;
  readonly labels: readonly string[];
}

function arrivalsOf({ members, isLate }: Crowd, random: () => number): Arrival[] {
  const authors = Array.from({ length: ITEMS }, (_, i) => `${random() < members ? 'member' : 'other'}-${i}`);
  return Array.from({ length: ITEMS }, (_, i) => {
    const seat = authors[random() < AGAIN ? Math.floor(random() * i) : i] ?? '';
    const minute = isLate && isMember(seat) ? 20 + random() * 60 : random() * 80;
    const labels = random() < 0.1 ? ['links'] : [];
    return { at: Math.floor(minute * MINUTE), id: `item ${Math.floor(random() * 1e9)}`, seat, labels };
  }).sort((a, b) => a.at - b.at);
}

/** The panel as the server has it. */
class Room {
  panel = initialState;
  at = 0;
  private count = 0;
  readonly queues: PanelQueues;

  constructor({ floor, isUnknown = false }: Crowd) {
    const claim = { group: 'canary-group', attested: true };
    this.queues = new PanelQueues((seat) => (isMember(seat) && !isUnknown ? [claim] : []));
    const group: GroupTerms = {
      ...{ id: 'canary-group', title: 'Canary group', floor, axis: null, sensitive: true, source: null },
    };
    this.happens({ type: 'PanelDrafted', forumId: 'f', title: 'T', description: '', languages: ['en'], rules: [RULE] });
    this.happens({ type: 'PanelOpened' });
    this.happens({ type: 'TreatmentSet', secondLook: 'on', differ: 'publish', screening: [] });
    this.happens({ type: 'QueueSet', terms: DEFAULT_TERMS, groups: [group] });
  }

  arrives({ id, seat, at, labels }: Arrival): void {
    this.at = at;
    this.happens(submitted(id, seat, { labels }));
  }

  does<K extends ActType>(seat: string, type: K, body: object): ValueOf<K> | null {
    const intent = { type, intentId: 'i', panelId: 'p', ...body } as unknown as Intent<K>;
    const actor = { seat, roles: ['moderator' as const] };
    const newId = ((this.count * 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
    const outcome = decide(this.panel, intent, { actor, at: this.at, newId, queues: this.queues });
    if (!outcome.ok) return null;
    for (const event of outcome.events) this.happens(event);
    return outcome.value;
  }

  /** What this moderator decided on. */
  decides(seat: string, verdict: 'publish' | 'decline'): string | null {
    const id = this.does(seat, 'takeNext', {})?.contributionId ?? null;
    if (id !== null) this.does(seat, verdict, { contributionId: id, ruleId: RULE.id });
    return id;
  }

  isDecided(id: string): boolean {
    const standing = this.panel.docket.items.get(id)?.standing;
    return standing === 'published' || standing === 'declined';
  }

  private happens(event: PanelEvent): void {
    const journal = journalOf(event);
    const panelSeq = ++this.count;
    const entry = { journal, seq: this.panel[journal].seq + 1, panelSeq, at: this.at, event };
    this.panel = evolve(this.panel, entry);
    this.queues.apply(entry);
  }
}

/** The moderator who guesses. */
class Spy {
  readonly seen: Seen[] = [];
  readonly wire: string[] = [];
  /** Contributions known of and not known to be decided, by when they were first heard of. */
  private readonly known = new Map<string, number>();
  private ahead: string | null = null;
  private beat = 0;

  constructor(
    private readonly room: Room,
    private readonly keepsWire: boolean,
  ) {}

  /** At whatever can be asked for at any time. */
  looks(): void {
    const { panel, at } = this.room;
    const list = choosables('p', panel, { seat: 'mo', at });
    if (this.keepsWire) this.wire.push(JSON.stringify([list, this.view(), this.history()]));
    this.beat++;
    for (const { contributionId } of list.items) this.notes(contributionId);
  }

  decides(verdict: 'publish' | 'decline', looksAhead: number): void {
    this.looks();
    const first = this.room.does('mo', 'takeNext', {})?.contributionId ?? null;
    if (first === null) return;
    this.beat++;
    const jumped = this.ahead === null ? UNKNOWN : Number(this.ahead !== first);
    const told = { ...this.clues(first), jumped };
    this.ahead = this.peeks(first, looksAhead);
    this.room.does('mo', verdict, { contributionId: first, ruleId: RULE.id });
    const mine = verdict === 'decline' ? this.view().recent.find((one) => one.contributionId === first) : undefined;
    const isEased = this.room.panel.record.treatment.eased;
    this.keeps({ ...told, awaitsSecond: mine && isEased ? Number(mine.awaitsSecond) : UNKNOWN });
  }

  /** What others publish or decline stands in the record or in the history. */
  hears(id: string | null): void {
    if (id === null || !this.room.isDecided(id) || this.seen.some((one) => one.id === id)) return;
    const jumped = this.ahead === null || this.known.has(id) ? UNKNOWN : 1;
    this.keeps({ ...this.clues(id), jumped, awaitsSecond: UNKNOWN });
    if (id === this.ahead) this.ahead = null;
  }

  private peeks(held: string, looksAhead: number): string | null {
    const shown = [held];
    for (let n = 0; n < looksAhead; n++) {
      const id = this.room.does('mo', 'takeNext', { passing: shown })?.contributionId ?? null;
      if (id === null) break;
      this.notes(id);
      shown.push(id);
    }
    if (shown.length > 1) this.room.does('mo', 'takeNext', { passing: shown.slice(1) });
    const isFirstBack = this.room.panel.docket.items.get(held)?.lease?.by === 'mo';
    if (!isFirstBack) this.room.does('mo', 'take', { contributionId: held });
    return shown[1] ?? null;
  }

  private clues(id: string): Omit<Seen, 'jumped' | 'awaitsSecond'> {
    const { waiting, oldest } = this.view();
    const since = this.known.get(id) ?? Infinity;
    const overtook = [...this.known.values()].filter((one) => one < since).length;
    return { id, order: this.seen.length, waiting, oldest: STEPS.indexOf(oldest), overtook };
  }

  private keeps(seen: Seen): void {
    this.known.delete(seen.id);
    this.seen.push(seen);
  }

  private notes(id: string): void {
    if (!this.known.has(id) && !this.seen.some((one) => one.id === id)) this.known.set(id, this.beat);
  }

  private view() {
    const { panel, at } = this.room;
    return deskView('p', panel, { seat: 'mo', at, revision: 1, nameOf: () => '' });
  }

  private history() {
    return deskHistory('p', this.room.panel, { seat: 'mo', limit: 50 }, () => '');
  }
}
