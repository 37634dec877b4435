import type { RecordEntry } from '../panel/events.js';

/** How many of these entries, from the first, are at most `bytes` long as JSON; never none of some. */
export function fitting(entries: readonly RecordEntry[], bytes: number): number {
  let sum = 0;
  for (const [i, entry] of entries.entries()) {
    sum += bytesOf(JSON.stringify(entry));
    if (sum > bytes) return Math.max(i, 1);
  }
  return entries.length;
}

/** In UTF-8; half of a surrogate pair counts two, a pair four. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) bytes++;
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes++;
  }
  return bytes;
}
