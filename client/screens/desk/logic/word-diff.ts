export interface Run {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this many pairs of words the middle is shown as replaced: exactness is not worth the wait. */
const MOST_PAIRS = 4_000_000;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** What became of a text, word by word: the longest words in common stay, in any script. */
export function wordDiff(before: string, after: string): readonly Run[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const start = common(a, b, (words, i) => words[i]);
  const end = Math.min(
    common(a, b, (words, i) => words[words.length - 1 - i]),
    Math.min(a.length, b.length) - start,
  );
  return joined([
    { kind: 'same', text: a.slice(0, start).join('') },
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ]);
}

function wordsOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function common(
  a: readonly string[],
  b: readonly string[],
  at: (words: readonly string[], i: number) => string | undefined,
): number {
  let count = 0;
  while (count < a.length && count < b.length && at(a, count) === at(b, count)) count++;
  return count;
}

function middle(a: readonly string[], b: readonly string[]): readonly Run[] {
  if (a.length * b.length > MOST_PAIRS) {
    return [
      { kind: 'gone', text: a.join('') },
      { kind: 'new', text: b.join('') },
    ];
  }
  const width = b.length + 1;
  const longest = longestInCommon(a, b, width);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [gone, came] = [a[i], b[j]];
    if (gone !== undefined && gone === came) {
      runs.push({ kind: 'same', text: gone });
      i++;
      j++;
    } else if (gone !== undefined && (came === undefined || fits(longest, (i + 1) * width + j, i * width + j + 1))) {
      runs.push({ kind: 'gone', text: gone });
      i++;
    } else {
      runs.push({ kind: 'new', text: came ?? '' });
      j++;
    }
  }
  return runs;
}

/** For each pair of ends, how many words the rests have in common. */
function longestInCommon(a: readonly string[], b: readonly string[], width: number): Uint16Array {
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [down, across] = [longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0];
      longest[i * width + j] = a[i] === b[j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, across);
    }
  }
  return longest;
}

function fits(longest: Uint16Array, down: number, across: number): boolean {
  return (longest[down] ?? 0) >= (longest[across] ?? 0);
}

function joined(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (run.text === '') continue;
    if (last?.kind === run.kind) all[all.length - 1] = { kind: run.kind, text: last.text + run.text };
    else all.push(run);
  }
  return all;
}
