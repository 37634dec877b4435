import { NOTE_MAX, TITLE_MAX } from '../../../domain/panel/limits.js';
import { BIDI_CONTROLS } from '../../../domain/text/characters.js';
import type { Polis } from './read.js';

/** The export does not say in what language people wrote (BCP 47: undetermined). */
export const LANGUAGE = 'und';

const ANY_BIDI_CONTROLS = new RegExp(`[${BIDI_CONTROLS}]`, 'gu');

export function nameOf(person: number): string {
  return `Participant ${person}`;
}

export function titleOf(polis: Polis): string {
  // What one line may not hold (`acceptLine`) goes: breaks, controls, marks that turn the direction of writing.
  return cut(
    polis.topic
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .replace(ANY_BIDI_CONTROLS, '')
      .trim(),
    TITLE_MAX,
  );
}

/** What the conversation said of itself, and where it comes from. */
export function describe(polis: Polis): string {
  const source = `Imported from Polis${/^https?:\/\/\S+$/.test(polis.url) ? `: ${polis.url}` : ''}`;
  if (!polis.description) return source;
  return `${cut(polis.description, NOTE_MAX - source.length - 2)}\n\n${source}`;
}

/** At most `most` graphemes, the last one an ellipsis where something was left out. */
function cut(text: string, most: number): string {
  const graphemes = [...new Intl.Segmenter().segment(text)];
  if (graphemes.length <= most) return text;
  return `${graphemes
    .slice(0, most - 1)
    .map(({ segment }) => segment)
    .join('')}…`;
}
