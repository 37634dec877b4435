import { audit } from '../../domain/amplify/slate/audit.js';
import { type SlateInput, slateOf } from '../../domain/amplify/slate/slate.js';
import { percentile, rounded } from '../support/measure.js';
import { sparseElectorate } from './electorate.js';

const SIZES = [
  { voters: 1_000, items: 200 },
  { voters: 10_000, items: 2_000 },
  { voters: 50_000, items: 2_000 },
] as const;
const SEATS = 8;
const ROUNDS = 15;

/** A slate of eight with its audits, from the votes to the last figure; beside it the same items sorted by their votes. */
export function slate(serverUrl: string | null) {
  // No database has a part in it.
  if (serverUrl) return { bench: 'slate', engine: 'postgres', skipped: 'The same without a database.' };
  return { bench: 'slate', seats: SEATS, ms: SIZES.map(measured) };
}

function measured({ voters, items }: (typeof SIZES)[number]) {
  const input = sparseElectorate({ voters, items, seats: SEATS, seed: 7 });
  const filled = timed(() => slateOf(input));
  const audited = timed(() => audit(input, topOf(input)));
  const bare = timed(() => topOf(input));
  const p50 = filled.p50 + audited.p50;
  return {
    size: `${voters} voters × ${items} items`,
    supports: input.support.reduce((sum, supporters) => sum + supporters.length, 0),
    product: { p50: rounded(p50), slowest: rounded(filled.slowest + audited.slowest), slateAlone: rounded(filled.p50) },
    bareTopK: { p50: rounded(bare.p50), slowest: rounded(bare.slowest) },
    ratio: rounded(p50 / bare.p50),
  };
}

function topOf({ support, seats }: SlateInput): readonly number[] {
  const votes = (item: number) => support[item]?.length ?? 0;
  return [...support.keys()].sort((a, b) => votes(b) - votes(a) || a - b).slice(0, seats);
}

/** Milliseconds. The first rounds find cold code and count: they are the slowest. */
function timed(work: () => unknown): { p50: number; slowest: number } {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return { p50: percentile(rounds, 50), slowest: Math.max(...rounds) };
}
