/**
 * Single-script words, as UTS #39 (5.1 and 5.2) has them at its level Highly Restrictive: all letters of one script, or of
 * one of the combinations in which Chinese, Japanese and Korean are written, with Latin beside them. Characters common to
 * many scripts fit anywhere.
 */
export function isOneScript(word: string): boolean {
  return combined().test(word) || single().some((script) => script.test(word));
}

const COMBINATIONS = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];

/** Script codes of ISO 15924, living scripts first: nearly every name is settled by the first few. */
const SCRIPTS =
  'Latn Cyrl Arab Han Deva Grek Hebr Thai Geor Armn Ethi Beng Taml Telu Knda Mlym Gujr Guru Orya Sinh Mymr Khmr Laoo Tibt Hang Kana Hira Bopo Mong Syrc Thaa Nkoo Cher Cans Tfng Vaii Adlm Rohg Olck Mtei Cakm Lepc Limb Java Bali Sund Bugi Batk Rjng Lana Tale Talu Tavt Kali Cham Saur Yiii Lisu Plrd Osge Bamu Bass Mend Hmng Hmnp Wara Gong Gonm Newa Tirh Kthi Sind Khoj Modi Mahj Gran Shrd Takr Dogr Sora Mroo Wcho Nand Diak Medf Mand Samr Copt Goth Runr Ogam Glag Tglg Hano Buhd Tagb Sylo Phag Shaw Dsrt Brai Yezi Toto Vith Nagm Kawi Egyp Xsux'.split(
    ' ',
  );

/** Greek theta and lambda are letters of Salish languages, which are otherwise written in Latin. */
const GUESTS: Readonly<Record<string, string>> = { Latn: '\\u03b8\\u03bb' };

const NEUTRAL = '\\p{Script=Common}\\p{Script=Inherited}';

/** Scripts the list does not name: few enough to be trusted beside each other. */
const UNLISTED = new RegExp(
  `^(?:[${NEUTRAL}]|[^${SCRIPTS.map((script) => `\\p{Script_Extensions=${script}}`).join('')}])*$`,
  'u',
);

function only(scripts: readonly string[]): RegExp {
  const letters = scripts.map((script) => `\\p{Script_Extensions=${script}}${GUESTS[script] ?? ''}`).join('');
  return new RegExp(`^[${NEUTRAL}${letters}]*$`, 'u');
}

// Compiled when first needed: a reader’s browser may never judge a name.
const single = once(() => [...SCRIPTS.map((script) => only([script])), UNLISTED]);
const combined = once(() => {
  const patterns = COMBINATIONS.map(only);
  return { test: (word: string) => patterns.some((pattern) => pattern.test(word)) };
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
