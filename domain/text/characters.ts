/** Sets of characters that text rules speak of. The RegExp flag `v` knows emoji sequences as wholes. */

/** Reorders what follows it (UAX #9): can make a label read as another one. */
export const BIDI_CONTROLS = '\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069';

/** Drawn as nothing, though Unicode does not call them ignorable: an empty braille cell, a null notehead. */
const EMPTY_GLYPHS = '\\u2800\\u{1D159}';

export const LONE_SURROGATE = /\p{Cs}/u;
export const LINE_BREAKS = /[\n\r\v\f\u0085\u2028\u2029]/u;
export const ANY_BIDI_CONTROL = new RegExp(`[${BIDI_CONTROLS}]`, 'u');

const VISIBLE = new RegExp(`[^\\p{Z}\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}${EMPTY_GLYPHS}]`, 'u');

export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

/** Emoji as Unicode recommends them for interchange, sequences (ZWJ, tags, modifiers) included. */
export const RGI_EMOJI = '\\p{RGI_Emoji}';

/**
 * Characters without a glyph of their own that some script cannot be written without, by the letters they stand between:
 * ZWJ and ZWNJ in Arabic and Indic scripts (UAX #31, A1 and A2), variation selectors in Mongolian and in Han, where they
 * tell the forms of one family name apart.
 */
const JOINED_SCRIPTS = [
  ...['Arabic', 'Syriac', 'Mandaic', 'Nko', 'Mongolian', 'Phags_Pa', 'Adlam', 'Hanifi_Rohingya'],
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'],
  ...['Khmer', 'Myanmar', 'Tibetan', 'Balinese', 'Javanese', 'Sundanese', 'Tai_Tham', 'Newa', 'Tirhuta', 'Grantha'],
];
const JOINED = JOINED_SCRIPTS.map((script) => `\\p{Script=${script}}`).join('');
const VIRAMAS =
  '\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA\\u1039\\u17D2\\u1A60\\u1B44\\uA9C0\\u{11133}\\u{11442}\\u{114C2}\\u{1134D}';

/** Ignorable characters in a place where writing needs them; matches them alone, one at a time. */
export const NEEDED_IGNORABLE = [
  `(?<=[${JOINED}])[\\u200C\\u200D](?=[${JOINED}])`,
  `(?<=[${VIRAMAS}])\\u200D`,
  `(?<=\\p{Script=Mongolian})[\\u180B-\\u180F]`,
  `(?<=\\p{Script=Han})[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]`,
].join('|');
