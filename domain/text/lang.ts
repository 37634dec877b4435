export type LangVerdict =
  { readonly ok: true; readonly lang: string } | { readonly ok: false; readonly message: string };

/** Longer tags are well-formed but name no language anybody writes in here (RFC 5646, 4.4.1). */
export const LANG_LENGTH_MAX = 35;

/** A well-formed BCP 47 language tag, in its canonical spelling: `kk`, `ar`, `zh-Hant`, `und`. */
export function acceptLang(tag: string): LangVerdict {
  if (tag.length > LANG_LENGTH_MAX) return NO;
  try {
    const [lang] = Intl.getCanonicalLocales(tag);
    return lang ? { ok: true, lang } : NO;
  } catch {
    return NO;
  }
}

const NO: LangVerdict = { ok: false, message: 'Name the language by its tag, for example “en”, “kk” or “zh-Hant”.' };
