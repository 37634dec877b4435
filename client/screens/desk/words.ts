import { firstGraphemes } from '../../../domain/text/count.js';

const EXCERPT = 120;

/** A language named in the reader’s own; the tag where nobody knows a name. */
export function languageName(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames([locale, 'en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A name inside a sentence that may run the other way. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

export function excerpt(text: string): string {
  const first = firstGraphemes(text, EXCERPT);
  return first.length < text.length ? `${first}…` : first;
}
