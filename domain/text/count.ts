const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Whether `text` has more than `max` characters as people count them. Stops looking as soon as it knows, and looks through
 * a window: engines copy the whole string for every segment, which makes long texts quadratic.
 */
export function hasMoreGraphemesThan(text: string, max: number): boolean {
  if (text.length <= max) return false;

  let count = 0;
  let start = 0;
  let width = WINDOW;
  while (start < text.length) {
    const end = betweenCharacters(text, start + width);
    const starts = Array.from(segmenter.segment(text.slice(start, end)), ({ index }) => index);
    // What the window cuts off may go on: the next window begins with it.
    const whole = end === text.length ? starts.length : starts.length - 1;
    count += whole;
    if (count > max) return true;
    if (end === text.length) return false;

    width = whole === 0 ? width * 2 : WINDOW;
    start += starts.at(whole) ?? 0;
  }
  return false;
}

/** As much of `text` as has at most `max` characters as people count them. */
export function firstGraphemes(text: string, max: number): string {
  // However long one character is made, what is looked at stays short.
  const window = text.slice(0, betweenCharacters(text, max * WIDEST));
  let count = 0;
  for (const { index } of segmenter.segment(window)) if (count++ === max) return text.slice(0, index);
  return window;
}

/** Half a character at the end of a window would look like a stranger to the one before it. */
function betweenCharacters(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return isPairAt(text, end - 1) ? end + 1 : end;
}

function isPairAt(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff;
}

const WINDOW = 256;
/** Code units of one character in an excerpt, at most, on average: families of emoji have up to 11. */
const WIDEST = 16;

/** Bytes of `text` in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += utf8Width(character.codePointAt(0) ?? 0);
  return bytes;
}

function utf8Width(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
