import { BIDI_CONTROLS, NEEDED_IGNORABLE, RGI_EMOJI } from './characters.js';

/** A stretch of somebody’s words: to be drawn as it is, or a character nobody would see, to be drawn by its name. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'marker'; readonly text: string; readonly name: string };

/**
 * Splits a text so that nothing in it can act unseen: controls that reorder writing, characters without a glyph and line
 * separators become markers with their Unicode name. The runs’ texts together are the whole text, unchanged.
 */
export function visibleMarkers(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: found, index, groups } of text.matchAll(INSPECTED)) {
    if (!groups?.['unseen']) continue;
    if (index > from) runs.push({ kind: 'text', text: text.slice(from, index) });
    runs.push({ kind: 'marker', text: found, name: nameOf(found) });
    from = index + found.length;
  }
  if (from < text.length) runs.push({ kind: 'text', text: text.slice(from) });
  return runs;
}

/** Tabs and line feeds do what they seem to do, a soft hyphen and a variation selector hide nothing. */
const HARMLESS = '[\\t\\n\\u00AD\\uFE00-\\uFE0F]|\\r\\n';
const UNSEEN = `[${BIDI_CONTROLS}\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\uFFF9-\\uFFFB]`;
const INSPECTED = new RegExp(`${RGI_EMOJI}|${NEEDED_IGNORABLE}|${HARMLESS}|(?<unseen>${UNSEEN})`, 'gv');

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\u061c', 'Arabic letter mark'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u202a', 'left-to-right embedding'],
  ['\u202b', 'right-to-left embedding'],
  ['\u202c', 'pop directional formatting'],
  ['\u202d', 'left-to-right override'],
  ['\u202e', 'right-to-left override'],
  ['\u2066', 'left-to-right isolate'],
  ['\u2067', 'right-to-left isolate'],
  ['\u2068', 'first strong isolate'],
  ['\u2069', 'pop directional isolate'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
  ['\u200b', 'zero width space'],
  ['\u200c', 'zero width non-joiner'],
  ['\u200d', 'zero width joiner'],
  ['\u2060', 'word joiner'],
  ['\ufeff', 'zero width no-break space'],
  ['\ufff9', 'annotation anchor'],
  ['\ufffa', 'annotation separator'],
  ['\ufffb', 'annotation terminator'],
  ['\u001b', 'escape'],
  ['\r', 'carriage return'],
  ['\b', 'backspace'],
]);

function nameOf(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return NAMES.get(character) ?? `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
