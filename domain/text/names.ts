import { NAME_MAX } from '../panel/limits.js';
import { ANY_BIDI_CONTROL, isBlank, LONE_SURROGATE, NEEDED_IGNORABLE, RGI_EMOJI } from './characters.js';
import { hasMoreGraphemesThan } from './count.js';
import { borrowsAVoice } from './reserved.js';
import { isOneScript } from './scripts.js';

export { caselessSkeleton, looksLike, skeleton } from './skeleton.js';

export type NameVerdict =
  { readonly ok: true; readonly name: string } | { readonly ok: false; readonly message: string };

/**
 * A display name as people may bear it in a panel: in any script, in NFC, spaces trimmed and collapsed. Refused is what
 * makes one name pass for another or breaks the line it stands in (UTS #39, at the level Highly Restrictive).
 */
export function acceptName(name: string): NameVerdict {
  if (name.length > CODE_UNITS_MAX) return no(TOO_LONG);
  if (LONE_SURROGATE.test(name)) return no(BROKEN);

  const tidy = name.normalize('NFC').replace(SPACES, ' ').trim();
  const fault = RULES.find((rule) => rule.broken(tidy));
  return fault ? no(fault.message) : { ok: true, name: tidy };
}

/** No emoji is longer than this many code units a grapheme, and nothing else comes near. */
const CODE_UNITS_MAX = NAME_MAX * 16;
const SPACES = /[\p{Zs}\u2800]+/gu;

const TOO_LONG = `Please shorten the name to ${NAME_MAX} characters.`;
const BROKEN = 'This name holds characters that cannot be stored. Please type it again instead of pasting it.';

const HARMLESS = new RegExp(`${RGI_EMOJI}|${NEEDED_IGNORABLE}`, 'gv');
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}\p{Cn}\ufff9-\ufffd\u{1D159}]/u;

/** Glyphs the interface, and others like it, use to say “this is verified” or “this is the house speaking”. */
const OFFICIAL_GLYPHS = /[✓✔☑✅🗸🗹🛡🔰⚙⚠ℹ⛔🚫🔒🔓🔏🔐🔑🗝👑🔨📌📍📢📣🤖®©™]/u;

const RULES: readonly { readonly message: string; readonly broken: (name: string) => boolean }[] = [
  { message: 'Please write a name that others can see.', broken: isBlank },
  { message: BROKEN, broken: (name) => /\p{Cc}/u.test(name) },
  {
    message: 'Please take out the invisible characters that change the direction of writing, and try again.',
    broken: (name) => ANY_BIDI_CONTROL.test(name),
  },
  {
    message: 'This name holds characters that nobody can see. Please type it again instead of pasting it.',
    broken: (name) => UNSEEN.test(name.replace(HARMLESS, '')),
  },
  { message: TOO_LONG, broken: (name) => hasMoreGraphemesThan(name, NAME_MAX) },
  {
    message: 'Please use at most four marks on one letter.',
    broken: (name) => /[\p{Mn}\p{Me}]{5}/u.test(name.normalize('NFD')),
  },
  {
    message: 'Please use at least one letter, number or picture.',
    broken: (name) => !/[\p{L}\p{N}\p{Script=Braille}\p{Extended_Pictographic}]/u.test(name),
  },
  {
    message: 'Please leave out symbols that look like a badge of the forum.',
    broken: (name) => OFFICIAL_GLYPHS.test(name),
  },
  {
    message: 'Please write each word of the name in one alphabet: some of these letters only look alike.',
    broken: (name) => !name.split(/[\s\-‐–—·・/.,()]+/u).every(isOneScript),
  },
  {
    message: 'Only the forum itself goes by such a name. Please choose your own.',
    broken: borrowsAVoice,
  },
];

function no(message: string): NameVerdict {
  return { ok: false, message };
}
