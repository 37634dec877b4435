/**
 * Text as search compares it, the same on every database whatever its locale: compatibility forms are one (NFKC), case
 * does not count (also ß and SS, ς and σ, the four i of Turkish), nor do Arabic vowel marks and elongation.
 */
export function searchable(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/\u0307|\u0640|[\u064B-\u065F]|\u0670/gu, '');
}

/** A LIKE pattern for “contains this word”. */
export function containing(word: string): string {
  return `%${searchable(word).replace(/[\\%_]/g, '\\$&')}%`;
}

/** One for each word that has anything to compare. */
export function patternsOf(words: readonly string[]): readonly string[] {
  return words.map(containing).filter((pattern) => pattern !== '%%');
}
