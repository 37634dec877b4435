export interface Run {
  readonly text: string;
  readonly isMatch: boolean;
}

const LONG = 480;
const BEFORE = 120;

/** A text with the words that were looked for set apart, in any script and case. A long one is cut to what is around the first of them. */
export function marked(text: string, query: string): readonly Run[] {
  const words = query.split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [{ text: around(text, 0), isMatch: false }];

  const pattern = new RegExp(words.sort(longestFirst).map(escaped).join('|'), 'giu');
  const shown = around(text, text.search(pattern));
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: match, index } of shown.matchAll(pattern)) {
    if (index > from) runs.push({ text: shown.slice(from, index), isMatch: false });
    runs.push({ text: match, isMatch: true });
    from = index + match.length;
  }
  if (from < shown.length) runs.push({ text: shown.slice(from), isMatch: false });
  return runs;
}

function around(text: string, at: number): string {
  if (text.length <= LONG) return text;
  const graphemes = new Intl.Segmenter().segment(text);
  const from = graphemes.containing(Math.max(0, at - BEFORE))?.index ?? 0;
  const to = graphemes.containing(from + LONG)?.index ?? text.length;
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
