export type LangVerdict =
  { readonly ok: true; readonly lang: string } | { readonly ok: false; readonly message: string };

/** Longer tags are well-formed but name no language anybody writes in here (RFC 5646, 4.4.1). */
export const LANG_LENGTH_MAX = 35;

/** A well-formed BCP 47 language tag, in its canonical spelling: `kk`, `ar`, `zh-Hant`, `und`. */
export function acceptLang(tag: string): LangVerdict {
  // Two small letters are canonical as they stand; nearly every tag is of this kind, and Intl is slow.
  if (/^[a-z]{2}$/.test(tag) && !RENAMED.has(tag)) return { ok: true, lang: tag };
  if (tag.length > LANG_LENGTH_MAX) return NO;
  try {
    const [lang] = Intl.getCanonicalLocales(tag);
    return lang ? { ok: true, lang } : NO;
  } catch {
    return NO;
  }
}

/** Tags of two letters that BCP 47 has given another name: they go the long way. */
const RENAMED = new Set(['in', 'iw', 'ji', 'jw', 'mo', 'sh', 'tl']);

const NO: LangVerdict = { ok: false, message: 'Name the language by its tag, for example “en”, “kk” or “zh-Hant”.' };
