import type { Contribution } from '../../domain/panel/state.js';

export interface WordsFor {
  readonly text: string;
  readonly lang: string;
  /** Where these are not the author’s own words. */
  readonly rendering?: Contribution['renderings'][string];
}

/** What a reader of this language reads first: an interpreter’s words where there are some, else the author’s. */
export function wordsFor({ words, renderings }: Contribution, language: string): WordsFor | null {
  if (!words) return null;
  const rendering = sameLanguage(words.lang, language) ? undefined : renderings[language];
  return rendering ? { text: rendering.text, lang: language, rendering } : words;
}

function sameLanguage(a: string, b: string): boolean {
  return a.split('-')[0] === b.split('-')[0];
}
