import { TEXT_MAX } from '../panel/limits.js';
import { ANY_BIDI_CONTROL, isBlank, LINE_BREAKS, LONE_SURROGATE } from './characters.js';
import { hasMoreGraphemesThan, utf8Length } from './count.js';

export type TextVerdict =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** The most UTF-8 bytes of one text, whatever its graphemes are made of. */
export const BODY_BYTES_MAX = 32 * 1024;

/**
 * What a person says, of one or many lines. Kept exactly as written: markup, marks and controls are made harmless where
 * they are shown, never taken out of somebody’s words. At most `maxGraphemes` graphemes and 32 KiB.
 */
export function acceptBody(text: string, maxGraphemes: number = TEXT_MAX): TextVerdict {
  // Sizes first: a code unit is at least a byte, so that no hostile length is ever looked at character by character.
  if (text.length > BODY_BYTES_MAX || utf8Length(text) > BODY_BYTES_MAX) return no(TOO_LARGE);
  if (LONE_SURROGATE.test(text) || text.includes('\0')) return no(BROKEN);
  if (isBlank(text)) return no('Write something first: this text is empty.');
  if (hasMoreGraphemesThan(text, maxGraphemes)) return no(TOO_LONG(maxGraphemes));
  return { ok: true, text };
}

/** A title or another text of one line: an accepted body without line breaks, control or direction characters. */
export function acceptLine(text: string, maxGraphemes: number): TextVerdict {
  const verdict = acceptBody(text, maxGraphemes);
  if (!verdict.ok) return verdict;
  if (LINE_BREAKS.test(text)) return no('Write this on one line, without line breaks.');
  if (/\p{Cc}/u.test(text)) return no(BROKEN);
  if (ANY_BIDI_CONTROL.test(text)) {
    return no('Please take out the invisible characters that change the direction of writing, and try again.');
  }
  return verdict;
}

const BROKEN = 'This text holds characters that cannot be stored. Please type it again instead of pasting it.';
const TOO_LARGE = 'This text takes more room than can be stored, 32 KiB. Please shorten it.';
const TOO_LONG = (max: number) => `Please shorten this text to ${max.toLocaleString('en')} characters.`;

function no(message: string): TextVerdict {
  return { ok: false, message };
}
