import { readFileSync } from 'node:fs';

/** One input of test/fixtures/bad-inputs.jsonl: either the input itself or the name of how to build it. */
export interface Line {
  readonly id: string;
  readonly cat: string;
  readonly surface: string;
  readonly expect: 'reject' | 'neutralise' | 'accept' | 'reject-frame' | 'rate-limit';
  readonly why: string;
  readonly input?: string;
  readonly gen?: string;
}

const LINES = readFileSync('test/fixtures/bad-inputs.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

export function linesOf(cat: string): readonly Line[] {
  return LINES.filter((line) => line.cat === cat);
}
