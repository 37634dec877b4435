import { describe, expect, it } from '@jest/globals';
import { panelOpened, published, redacted } from '../../domain/testing/facts.js';
import { given } from '../../domain/testing/given.js';
import type { Showing } from '../log/showings.js';
import type { VotingLog } from '../log/voting.js';
import { Cards } from './cards.js';

const { panel } = given(panelOpened, ['c1', 'c2', 'c3'].map((id) => published(id, { by: 'author' })).flat());

/** Equals are met in this order. */
const [FIRST = '', SECOND = '', THIRD = ''] = panel.record.contributions.keys();

describe('what a voter is asked about next', () => {
  it('[S40] is what was shown to fewest, by chance among equals, each once', async () => {
    const cards = cardsOn(new Kept());
    const ana = [await next(cards, 'ana'), await next(cards, 'ana', FIRST)];
    expect(ana).toEqual([FIRST, SECOND]);
    expect(await next(cards, 'ben')).toBe(THIRD);
    expect(await cards.next('p', panel, 'ana', [FIRST, SECOND])).toEqual({ contributionId: THIRD, left: 0 });
    expect(await cards.next('p', panel, 'ana', [FIRST, SECOND, THIRD])).toEqual({ contributionId: null, left: 0 });
  });

  it('[S40] is never one’s own, taken back, or merged into another', async () => {
    const cards = cardsOn(new Kept());
    expect(await next(cards, 'author')).toBeNull();
    const changed = given(panelOpened, ['c1', 'c2', 'c3'].map((id) => published(id)).flat(), redacted('c1')).and({
      type: 'ContributionMerged',
      contributionId: 'c2',
      into: 'c3',
    });
    expect(await cards.next('q', changed.panel, 'ana', [])).toEqual({ contributionId: 'c3', left: 0 });
  });

  it('[S42] is what they were shown before and lost, until they vote on it', async () => {
    const kept = new Kept();
    const cards = cardsOn(kept);
    expect(await next(cards, 'ana')).toBe(FIRST);
    expect(await next(cards, 'ana')).toBe(FIRST);
    kept.votes.set(FIRST, 'agree');
    expect(await next(cards, 'ana')).toBe(SECOND);
    await cards.voted('p', 'ana', SECOND);
    expect(await next(cards, 'ana')).toBe(THIRD);
  });

  it('[S41] counts a showing once and stores it behind, also when the database was away', async () => {
    const kept = new Kept();
    const cards = cardsOn(kept);
    await next(cards, 'ana');
    kept.failing = true;
    await cards.stop();
    expect(kept.showings).toEqual([]);
    kept.failing = false;
    await next(cards, 'ben');
    await cards.stop();
    expect(kept.showings.map(({ seat, contributionId }) => `${seat} ${contributionId}`)).toEqual([
      `ana ${FIRST}`,
      `ben ${SECOND}`,
    ]);

    const again = cardsOn(kept);
    expect([await next(again, 'cem'), await next(again, 'ana', FIRST)]).toEqual([THIRD, SECOND]);
  });
});

async function next(cards: Cards, seat: string, ...holding: readonly string[]): Promise<string | null> {
  return (await cards.next('p', panel, seat, holding)).contributionId;
}

function cardsOn(log: VotingLog): Cards {
  return new Cards({ log, now: () => 0, chance: () => 0, alone: true, onOutage: () => undefined });
}

class Kept implements VotingLog {
  readonly showings: Showing[] = [];
  readonly votes = new Map<string, 'agree'>();
  failing = false;

  async seen(_: string, seat: string) {
    return this.showings.filter((showing) => showing.seat === seat).map(({ contributionId }) => contributionId);
  }

  async shown() {
    const shown = new Map<string, number>();
    for (const { contributionId } of this.showings) shown.set(contributionId, (shown.get(contributionId) ?? 0) + 1);
    return shown;
  }

  async show(showings: readonly Showing[]) {
    if (this.failing) throw new Error('away');
    this.showings.push(...showings);
  }

  async votesOf() {
    return Object.fromEntries(this.votes);
  }

  lastVotes = () => Promise.resolve([]);
  canCompare = () => Promise.resolve(false);
  alike = () => Promise.resolve([]);
}
