import type { SlateInput } from '../../domain/amplify/slate/slate.js';

interface Size {
  readonly voters: number;
  readonly items: number;
  readonly seats: number;
  readonly seed: number;
}

const CAMPS = 5;
/** How many items a voter was shown, on average; shown least first, every item is shown equally often. */
const CARDS = 60;
const OWN_CAMP = 0.65;
const OTHERS = 0.2;

/** Votes as a large panel casts them: few cards a person, camps of different size, items better and worse liked. */
export function sparseElectorate({ voters, items, seats, seed }: Size): SlateInput {
  const chance = chances(seed);
  const support: number[][] = Array.from({ length: items }, () => []);
  const appeal = support.map(() => 0.4 + 1.1 * chance());
  let card = 0;
  for (let voter = 0; voter < voters; voter++) {
    const camp = Math.floor(CAMPS * chance() ** 2);
    const cards = Math.min(items, Math.floor(2 * CARDS * chance()));
    for (let shown = 0; shown < cards; shown++, card = (card + 1) % items) {
      const liking = (card % CAMPS === camp ? OWN_CAMP : OTHERS) * (appeal[card] ?? 0);
      if (chance() < liking) support[card]?.push(voter);
    }
  }
  return { voters, support, posed: [], seats };
}

/** mulberry32: the same votes in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
