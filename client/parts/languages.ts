/** The languages to write in: the panel’s and the reader’s own. */
export function choices(languages: readonly string[]): readonly string[] {
  return [...new Set([...languages, ...ownLanguages(), 'en'])];
}

/** The one most likely meant: the reader’s own where the panel has it. */
export function likeliest(languages: readonly string[]): string {
  const own = ownLanguages();
  return own.find((tag) => languages.includes(tag)) ?? languages[0] ?? own[0] ?? 'en';
}

/** In that language itself. */
export function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag, 'en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Some browsers report the system’s locale, which is not always a language tag (`en-US@posix`). */
function ownLanguages(): readonly string[] {
  return navigator.languages.flatMap((tag) => {
    try {
      return new Intl.Locale(tag).language;
    } catch {
      return [];
    }
  });
}
