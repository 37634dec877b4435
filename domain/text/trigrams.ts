/**
 * The trigrams of a text as pg_trgm takes them: of each word in small letters, with two blanks before and one behind. Works
 * in every script: what is no letter, digit or mark parts words.
 */
export function trigramsOf(text: string): ReadonlySet<string> {
  const trigrams = new Set<string>();
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const signs = [' ', ' ', ...word, ' '];
    for (let i = 0; i + 3 <= signs.length; i++) trigrams.add(signs.slice(i, i + 3).join(''));
  }
  return trigrams;
}

/** Trigrams in common of all trigrams of both, 0 to 1. */
export function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((trigram) => b.has(trigram)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/** How much of two texts is the same (Dice’s coefficient of their trigrams), 0 to 1. */
export function keptOf(before: string, after: string): number {
  const [a, b] = [trigramsOf(before), trigramsOf(after)];
  if (a.size + b.size === 0) return before === after ? 1 : 0;
  const common = [...a].filter((trigram) => b.has(trigram)).length;
  return (2 * common) / (a.size + b.size);
}
