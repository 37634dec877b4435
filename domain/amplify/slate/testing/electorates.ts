import * as fc from 'fast-check';
import type { SlateInput } from '../slate.js';

/** Small elections of every temper: few or many supporters, clones, items nobody supports, items already posed. */
export function anyElectorate({ voters = 14, items = 10, posed = 2 } = {}): fc.Arbitrary<SlateInput> {
  return fc
    .record({ voters: fc.integer({ min: 1, max: voters }), items: fc.integer({ min: 1, max: items }) })
    .chain((size) =>
      fc.record({
        voters: fc.constant(size.voters),
        support: fc.array(fc.uniqueArray(fc.nat(size.voters - 1)), { minLength: size.items, maxLength: size.items }),
        posed: fc.uniqueArray(fc.nat(size.items - 1), { maxLength: posed }),
        seats: fc.integer({ min: 1, max: 6 }),
      }),
    );
}

/** Supporters of each item where voter `i` supports what `supports(i)` says. */
export function electorate(
  voters: number,
  supports: (voter: number) => readonly number[],
  rest: Partial<SlateInput> & Pick<SlateInput, 'seats'>,
): SlateInput {
  const support: number[][] = [];
  for (let voter = 0; voter < voters; voter++) {
    for (const item of supports(voter)) {
      while (support.length <= item) support.push([]);
      support[item]?.push(voter);
    }
  }
  return { voters, support, posed: [], ...rest };
}

/** What a list by votes alone would choose. */
export function topOf({ support, seats }: SlateInput): readonly number[] {
  return [...support.keys()]
    .sort((a, b) => (support[b]?.length ?? 0) - (support[a]?.length ?? 0) || a - b)
    .slice(0, seats);
}
