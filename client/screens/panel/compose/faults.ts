import { TEXT_MAX } from '../../../../domain/panel/limits.js';
import { acceptBody, acceptLine, BODY_BYTES_MAX } from '../../../../domain/text/body.js';
import { isBlank } from '../../../../domain/text/characters.js';
import { hasMoreGraphemesThan, utf8Length } from '../../../../domain/text/count.js';

/** Why a text is not accepted, as a name for which the interface has a sentence. */
export type Fault = 'empty' | 'long' | 'large' | 'broken' | 'line';

export function faultOf(text: string, max: number = TEXT_MAX): Fault | null {
  return acceptBody(text, max).ok ? null : named(text, max, 'broken');
}

export function faultOfLine(text: string, max: number): Fault | null {
  return acceptLine(text.trim(), max).ok ? null : named(text, max, 'line');
}

function named(text: string, max: number, otherwise: Fault): Fault {
  if (utf8Length(text) > BODY_BYTES_MAX) return 'large';
  if (isBlank(text)) return 'empty';
  return hasMoreGraphemesThan(text, max) ? 'long' : otherwise;
}

const NEAR = 300;
const FAR_BEYOND = 4096;

/** How many characters are left, negative where there are too many; null while that is far off. */
export function leftOf(text: string, max: number = TEXT_MAX): number | null {
  if (!hasMoreGraphemesThan(text, max - NEAR)) return null;
  let low = max - NEAR;
  let high = max + FAR_BEYOND;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hasMoreGraphemesThan(text, middle)) low = middle + 1;
    else high = middle;
  }
  return max - low;
}
