import { readFileSync } from 'node:fs';
import type { Line } from '../../corpus/lines.js';

/** What is longer, twice in one frame, ends the connection and never reaches a field. */
const FITS = 30_000;

/** What the corpus says how to build, of all that is a text. */
const BUILT: Readonly<Record<string, string>> = {
  'name-039': '👩‍👩‍👧‍👦'.repeat(80),
  'redos-124': `a ${'<!--'.repeat(20_000)}`,
  'redos-125': '['.repeat(20_000) + ']('.repeat(20_000),
  'redos-126': `${'>'.repeat(20_000)}a`,
  'redos-127': '_*'.repeat(20_000),
  'redos-128': Array.from({ length: 400 }, (_, i) => `${'`'.repeat(i)}a`).join(''),
  'redos-129': `${'|a'.repeat(5000)}\n${'|-'.repeat(5000)}\n${`${'|b'.repeat(5000)}\n`.repeat(20)}`,
  'payload-235': '['.repeat(10_000) + ']'.repeat(10_000),
  'payload-237': 'x'.repeat(65_537),
};

/** Every text of the corpus once, whatever surface it was meant for. */
export const STRINGS: readonly string[] = [
  ...new Set(
    readFileSync('test/fixtures/bad-inputs.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
      .flatMap(({ id, input }) => input ?? BUILT[id]?.slice(0, FITS) ?? []),
  ),
];
