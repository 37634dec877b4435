import { nextCard, type Card } from '../../domain/amplify/slate/next-card.js';
import type { SeatId } from '../../domain/panel/roles.js';
import type { PanelState } from '../../domain/panel/state.js';
import type { NextCard } from '../../domain/wire/slate.js';
import type { VotingLog } from '../log/voting.js';

const STORE_EVERY_MS = 500;
const FRESH_MS = 5_000;
const IDLE_MS = 10 * 60_000;

export interface CardsOptions {
  readonly log: VotingLog;
  readonly now: () => number;
  /** In [0, 1): decides among what was shown equally often. */
  readonly chance: () => number;
  /** No other process shows cards. */
  readonly alone: boolean;
  readonly onOutage: (error: unknown) => void;
}

interface Deck {
  shown: Map<string, number>;
  readAt: number;
  usedAt: number;
  readonly voters: Map<SeatId, Promise<Voter>>;
}

interface Voter {
  /** Shown to them, voted on or not. */
  readonly seen: Set<string>;
  voted: Set<string>;
}

/** What each voter is asked about next. How often each contribution was shown is stored behind, a batch at a time. */
export class Cards {
  private readonly decks = new Map<string, Promise<Deck>>();
  private readonly idle = new Map<string, Deck>();
  private pending: { panelId: string; seat: SeatId; contributionId: string }[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: CardsOptions) {}

  /**
   * `holding`: what the voter has at hand already or is sending a vote on. What they were shown before and neither hold nor
   * voted on comes first: a page that was loaded anew lost it.
   */
  async next(
    panelId: string,
    { record, docket }: PanelState,
    seat: SeatId,
    holding: readonly string[],
  ): Promise<Pick<NextCard, 'contributionId' | 'left'>> {
    const deck = await this.deck(panelId);
    const voter = await this.voter(deck, panelId, seat);
    const held = new Set([...holding, ...(docket.authors.get(seat)?.items ?? [])]);
    const isOpen = (id: string) => {
      const one = record.contributions.get(id);
      if (!one?.words || one.mergedInto !== undefined) return false;
      return !held.has(id) && !voter.voted.has(id);
    };

    const isLost = [...voter.seen].some(isOpen);
    if (isLost) voter.voted = new Set(Object.keys(await this.options.log.votesOf(panelId, seat)));
    const lost = isLost ? [...voter.seen].find(isOpen) : undefined;

    const cards: Card[] = [];
    for (const id of record.contributions.keys()) {
      if (isOpen(id) && !voter.seen.has(id)) cards.push({ item: id, shown: deck.shown.get(id) ?? 0 });
    }
    if (lost !== undefined) return { contributionId: lost, left: cards.length };

    const next = nextCard(cards, voter.seen, this.options.chance());
    if (next !== null) this.show(deck, voter, { panelId, seat, contributionId: next });
    return { contributionId: next, left: Math.max(0, cards.length - 1) };
  }

  /** So that it is not taken for lost. */
  async voted(panelId: string, seat: SeatId, contributionId: string): Promise<void> {
    const deck = await this.decks.get(panelId);
    (await deck?.voters.get(seat))?.voted.add(contributionId);
  }

  /** How many people each contribution of a panel was shown to. */
  async shown(panelId: string): Promise<ReadonlyMap<string, number>> {
    return (await this.deck(panelId)).shown;
  }

  async stop(): Promise<void> {
    await this.store();
  }

  private show(deck: Deck, voter: Voter, showing: { panelId: string; seat: SeatId; contributionId: string }): void {
    voter.seen.add(showing.contributionId);
    deck.shown.set(showing.contributionId, (deck.shown.get(showing.contributionId) ?? 0) + 1);
    this.pending.push(showing);
    this.timer ??= setTimeout(() => void this.store(), STORE_EVERY_MS).unref();
  }

  /** What cannot be stored now is kept for the next time: a showing that is lost costs an item a vote at most. */
  private async store(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const batch = this.pending;
    this.pending = [];
    try {
      await this.options.log.show(batch);
    } catch (error) {
      this.options.onOutage(error);
      this.pending = [...batch, ...this.pending].slice(-PENDING_MAX);
      if (this.pending.length > 0) this.timer ??= setTimeout(() => void this.store(), FRESH_MS).unref();
    }
  }

  private async deck(panelId: string): Promise<Deck> {
    const now = this.options.now();
    let opening = this.decks.get(panelId);
    if (!opening) {
      this.sweep(now);
      opening = this.open(panelId, now);
      this.decks.set(panelId, opening);
      opening.catch(() => this.decks.delete(panelId));
    }
    const deck = await opening;
    deck.usedAt = now;
    if (!this.options.alone && now - deck.readAt > FRESH_MS) {
      deck.readAt = now;
      await this.store();
      deck.shown = new Map(await this.options.log.shown(panelId));
    }
    return deck;
  }

  private async open(panelId: string, now: number): Promise<Deck> {
    const shown = new Map(await this.options.log.shown(panelId));
    const deck: Deck = { shown, readAt: now, usedAt: now, voters: new Map() };
    this.idle.set(panelId, deck);
    return deck;
  }

  private voter(deck: Deck, panelId: string, seat: SeatId): Promise<Voter> {
    const known = deck.voters.get(seat);
    if (known) return known;

    const reading = this.read(panelId, seat);
    deck.voters.set(seat, reading);
    reading.catch(() => deck.voters.delete(seat));
    return reading;
  }

  private async read(panelId: string, seat: SeatId): Promise<Voter> {
    const { log } = this.options;
    const [seen, votes] = await Promise.all([log.seen(panelId, seat), log.votesOf(panelId, seat)]);
    return { seen: new Set(seen), voted: new Set(Object.keys(votes)) };
  }

  private sweep(now: number): void {
    for (const [panelId, { usedAt }] of this.idle) {
      if (now - usedAt <= IDLE_MS) continue;
      this.idle.delete(panelId);
      this.decks.delete(panelId);
    }
  }
}

const PENDING_MAX = 100_000;
