/** The languages the interface is written in, each named in itself. */
export const LANGUAGES = { en: 'English', ru: 'Русский', kk: 'Қазақша', ar: 'العربية' } as const;

export type Language = keyof typeof LANGUAGES;

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGES, tag);
}

/** The first of the reader’s languages that we have; English where there is none. */
export function preferred(tags: readonly string[]): Language {
  return tags.map((tag) => tag.split('-')[0] ?? '').find(isLanguage) ?? 'en';
}

/** How dates, times and numbers are written: as where the reader lives, where that is said of this very language. */
export function formatsOf(language: Language, tags: readonly string[]): string {
  return tags.find((tag) => isTag(tag) && tag.split('-')[0] === language) ?? language;
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** Some browsers report what is no language tag (`en-US@posix`). */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
