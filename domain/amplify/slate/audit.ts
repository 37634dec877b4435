import { heardIn } from './heard.js';
import { EPSILON } from './price.js';
import type { SlateInput } from './slate.js';

export interface Audit {
  /** Share, among those who support anything, of those who support something posed or chosen; 1 where there are none. */
  readonly coverage: number;
  /** The largest group that supports one item together and nothing posed or chosen. Null: there is none. */
  readonly leftOut: { readonly size: number; readonly item: number } | null;
  /** That group in seats it could fill. Below 1: justified representation. */
  readonly alphaJr: number;
  /** The same for groups that support fewer than ℓ of the items, in ℓ seats, for the worst ℓ. Below 1: EJR+. */
  readonly alphaEjrPlus: number;
  /** Items, neither posed nor chosen, whose supporters fill the seats they are short of. */
  readonly violating: number;
  /** Per item posed, then chosen, each once: supporters who support no other of them. */
  readonly sole: readonly number[];
}

/** What a slate does to the voters, whoever made it. `chosen` are the items of the seats; what was posed counts too. */
export function audit(input: SlateInput, chosen: readonly number[]): Audit {
  const items = [...new Set([...input.posed, ...chosen])];
  const heard = heardIn(input, items);
  const seats = input.seats + input.posed.length;
  const seatsEach = input.voters > 0 ? seats / input.voters : 0;
  const shares = sharesOf(input, new Set(items), heard, seats);

  return {
    coverage: coverageOf(input, heard),
    leftOut: shares.leftOut,
    alphaJr: (shares.leftOut?.size ?? 0) * seatsEach,
    alphaEjrPlus: shares.worst * seatsEach,
    violating: shares.perItem.filter((share) => share * seatsEach >= 1 - EPSILON).length,
    sole: items.map((item) => (input.support[item] ?? []).filter((voter) => heard[voter] === 1).length),
  };
}

/** Per item outside the slate: most supporters heard fewer than ℓ times, divided by ℓ, over all ℓ. */
function sharesOf({ support }: SlateInput, inSlate: ReadonlySet<number>, heard: Uint32Array, seats: number) {
  const perItem: number[] = [];
  let leftOut: Audit['leftOut'] = null;
  let worst = 0;
  // Before the first seat there is one thing to tell already: who would be left out.
  const timesHeard = new Uint32Array(Math.max(1, seats));
  for (const [item, supporters] of support.entries()) {
    if (inSlate.has(item)) continue;

    timesHeard.fill(0);
    for (const voter of supporters) {
      const times = heard[voter] ?? 0;
      if (times < timesHeard.length) timesHeard[times] = (timesHeard[times] ?? 0) + 1;
    }
    const unheard = timesHeard[0] ?? 0;
    if (unheard > (leftOut?.size ?? 0)) leftOut = { size: unheard, item };

    const share = worstShareOf(timesHeard);
    perItem.push(share);
    worst = Math.max(worst, share);
  }
  return { perItem, leftOut, worst };
}

function worstShareOf(timesHeard: Uint32Array): number {
  let short = 0;
  let worst = 0;
  let seats = 0;
  for (const voters of timesHeard) {
    short += voters;
    worst = Math.max(worst, short / ++seats);
  }
  return worst;
}

function coverageOf({ voters, support }: SlateInput, heard: Uint32Array): number {
  const supports = new Uint8Array(voters);
  for (const supporters of support) for (const voter of supporters) supports[voter] = 1;

  let [all, covered] = [0, 0];
  for (let voter = 0; voter < voters; voter++) {
    if (supports[voter] === 0) continue;
    all++;
    if ((heard[voter] ?? 0) > 0) covered++;
  }
  return all === 0 ? 1 : covered / all;
}
