import { hasMoreGraphemesThan } from '../../text/count.js';
import type { Screen } from '../events.js';
import type { Label } from './labels.js';

/** What a text is screened by. The lists of words come from outside: here is only what they are asked. */
export interface Screened {
  readonly text: string;
  readonly lang: string;
  /** Nothing of its author was let stand yet. */
  readonly isNew: boolean;
  /** Somebody said the same before. */
  readonly isSaid: boolean;
  readonly isListed: (text: string, lang: string) => boolean;
}

export interface Finding {
  /** A moderator reads it before anybody else does, whatever the mode of publication. */
  readonly hold: boolean;
  /** Shown at the desk. */
  readonly label?: Label;
}

/** What screening can come to. It cannot decline, hide or remove: there is no word for it here. */
export interface Findings {
  readonly hold: boolean;
  readonly labels: readonly Label[];
}

const LONG = 1500;
const LINK = /https?:\/\/\S|\bwww\.\S|[\p{L}\p{N}]\.(?:com|org|net|info|io|ru|kz|cn|xyz)\b/iu;

/** In this order, each by itself. */
const PHASES: readonly (readonly [Screen, (screened: Screened) => Finding | null])[] = [
  ['length', ({ text }) => (hasMoreGraphemesThan(text, LONG) ? { hold: false, label: 'long' } : null)],
  ['links', ({ text }) => (LINK.test(text) ? { hold: true, label: 'links' } : null)],
  ['repeats', ({ isSaid }) => (isSaid ? { hold: true, label: 'repeat' } : null)],
  ['words', ({ text, lang, isListed }) => (isListed(text, lang) ? { hold: true, label: 'words' } : null)],
  // Held without a word: that somebody is new would tell something about them at the desk.
  ['newcomers', ({ isNew }) => (isNew ? { hold: true } : null)],
];

export const SCREENS = PHASES.map(([phase]) => phase);

export function screening(screened: Screened, on: readonly Screen[]): Findings {
  const findings = PHASES.filter(([phase]) => on.includes(phase)).map(([, find]) => find(screened));
  return {
    hold: findings.some((finding) => finding?.hold),
    labels: findings.flatMap((finding) => finding?.label ?? []),
  };
}
