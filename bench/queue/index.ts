import { openHouse } from '../support/house.js';
import { rounded } from '../support/measure.js';
import { amplified } from './amplified.js';
import { byDatabase } from './database.js';
import { sortedList } from './sorted.js';

const SIZES = [10_000, 100_000] as const;

/**
 * Who is next among many who wait, of 24 groups on 4 axes: how long one choice with its charge takes, with somebody new
 * coming in after each. Beside it a plain list sorted by time, and the query one would write without any of this.
 */
export async function queue(serverUrl: string | null, { selections }: { readonly selections: number }) {
  const house = await openHouse(serverUrl);
  try {
    const sizes = [];
    for (const contenders of SIZES) {
      const product = amplified(contenders, selections);
      const list = sortedList(contenders, selections);
      const database = await byDatabase(house.database.dataSource, contenders, Math.min(selections, 300));
      sizes.push({
        contenders,
        product,
        sortedList: list,
        orderBySkipLocked: database,
        ratioToList: rounded(product.nextMs.mean / list.nextMs.mean),
        ratioToDatabase: rounded(product.nextMs.mean / database.nextMs.mean),
      });
    }
    return { bench: 'queue', engine: house.database.engine, groups: 24, selections, sizes };
  } finally {
    await house.close();
  }
}
