import { AFFILIATION_MAX, NAME_MAX } from '../panel/limits.js';
import { ANY_BIDI_CONTROL, isBlank, LONE_SURROGATE, NEEDED_IGNORABLE, RGI_EMOJI } from './characters.js';
import { hasMoreGraphemesThan } from './count.js';
import { borrowsAVoice, isAVoice } from './reserved.js';
import { isOneScript } from './scripts.js';

export { caselessSkeleton, looksLike, skeleton } from './skeleton.js';

/** Which rule was broken, for clients that say it in another language than the message’s. */
export type NameFault =
  'long' | 'broken' | 'blank' | 'direction' | 'unseen' | 'marks' | 'letters' | 'badge' | 'alphabets' | 'house';

interface Refused {
  readonly ok: false;
  readonly fault: NameFault;
  readonly message: string;
}

export type NameVerdict = { readonly ok: true; readonly name: string } | Refused;

/**
 * A display name as people may bear it in a panel: in any script, in NFC, spaces trimmed and collapsed. Refused is what
 * makes one name pass for another or breaks the line it stands in (UTS #39, at the level Highly Restrictive).
 */
export function acceptName(name: string): NameVerdict {
  return judged(name, NAME);
}

export type AffiliationVerdict = { readonly ok: true; readonly affiliation: string } | Refused;

/**
 * What stands beside a name: a line as safe as a name, or nothing at all. An organisation may have a role’s word in its
 * name (Host City Council), but nobody is affiliated with “Moderator”.
 */
export function acceptAffiliation(affiliation: string): AffiliationVerdict {
  if (/^[\p{Zs}]*$/u.test(affiliation)) return { ok: true, affiliation: '' };
  const verdict = judged(affiliation, AFFILIATION);
  return verdict.ok ? { ok: true, affiliation: verdict.name } : verdict;
}

interface Label {
  readonly what: string;
  /** Graphemes. */
  readonly max: number;
  readonly isBorrowed: (text: string) => boolean;
}

const NAME: Label = { what: 'name', max: NAME_MAX, isBorrowed: borrowsAVoice };
const AFFILIATION: Label = { what: 'affiliation', max: AFFILIATION_MAX, isBorrowed: isAVoice };

function judged(text: string, label: Label): NameVerdict {
  if (text.length > label.max * CODE_UNITS_EACH) return no('long', tooLong(label));
  if (LONE_SURROGATE.test(text)) return no('broken', broken(label));

  const tidy = text.normalize('NFC').replace(SPACES, ' ').trim();
  const fault = RULES.find((rule) => rule.broken(tidy, label));
  return fault ? no(fault.fault, fault.message(label)) : { ok: true, name: tidy };
}

/** No emoji is longer than this many code units a grapheme, and nothing else comes near. */
const CODE_UNITS_EACH = 16;
const SPACES = /[\p{Zs}\u2800]+/gu;

function tooLong({ what, max }: Label): string {
  return `Please shorten the ${what} to ${max} characters.`;
}

function broken({ what }: Label): string {
  return `This ${what} holds characters that cannot be stored. Please type it again instead of pasting it.`;
}

const HARMLESS = new RegExp(`${RGI_EMOJI}|${NEEDED_IGNORABLE}`, 'gv');
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}\p{Cn}\ufff9-\ufffd\u{1D159}]/u;

/** Glyphs the interface, and others like it, use to say “this is verified” or “this is the house speaking”. */
const OFFICIAL_GLYPHS = /[✓✔☑✅🗸🗹🛡🔰⚙⚠ℹ⛔🚫🔒🔓🔏🔐🔑🗝👑🔨📌📍📢📣🤖®©™]/u;

interface Rule {
  readonly fault: NameFault;
  readonly message: (label: Label) => string;
  readonly broken: (text: string, label: Label) => boolean;
}

const RULES: readonly Rule[] = [
  {
    fault: 'blank',
    message: ({ what }) => `Please write ${what === 'name' ? 'a' : 'an'} ${what} that others can see.`,
    broken: isBlank,
  },
  { fault: 'broken', message: broken, broken: (name) => /\p{Cc}/u.test(name) },
  {
    fault: 'direction',
    message: () => 'Please take out the invisible characters that change the direction of writing, and try again.',
    broken: (name) => ANY_BIDI_CONTROL.test(name),
  },
  {
    fault: 'unseen',
    message: ({ what }) =>
      `This ${what} holds characters that nobody can see. Please type it again instead of pasting it.`,
    broken: (name) => UNSEEN.test(name.replace(HARMLESS, '')),
  },
  { fault: 'long', message: tooLong, broken: (text, { max }) => hasMoreGraphemesThan(text, max) },
  {
    fault: 'marks',
    message: () => 'Please use at most four marks on one letter.',
    broken: (name) => /[\p{Mn}\p{Me}]{5}/u.test(name.normalize('NFD')),
  },
  {
    fault: 'letters',
    message: () => 'Please use at least one letter, number or picture.',
    broken: (name) => !/[\p{L}\p{N}\p{Script=Braille}\p{Extended_Pictographic}]/u.test(name),
  },
  {
    fault: 'badge',
    message: () => 'Please leave out symbols that look like a badge of the forum.',
    broken: (name) => OFFICIAL_GLYPHS.test(name),
  },
  {
    fault: 'alphabets',
    message: ({ what }) =>
      `Please write each word of the ${what} in one alphabet: some of these letters only look alike.`,
    broken: (name) => !name.split(/[\s\-‐–—·・/.,()]+/u).every(isOneScript),
  },
  {
    fault: 'house',
    message: ({ what }) => (what === 'name' ? HOUSE_NAME : HOUSE_AFFILIATION),
    broken: (text, { isBorrowed }) => isBorrowed(text),
  },
];

const HOUSE_NAME = 'Only the forum itself goes by such a name. Please choose your own.';
const HOUSE_AFFILIATION = 'Only the forum itself goes by such a word. Please write the name of an organisation.';

function no(fault: NameFault, message: string): Refused {
  return { ok: false, fault, message };
}
