import i18next, { type BackendModule, type ReadCallback } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { directionOf, formatsOf, isLanguage, LANGUAGES, type Language } from './languages.js';

type Texts = Readonly<Record<string, string>>;

const FILES = import.meta.glob<Texts>('./{en,ru,kk,ar}/*.json', { import: 'default' });

/** Each language and each screen’s texts are a file of their own, fetched when they are first needed. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language: string, namespace: string, callback: ReadCallback) => {
    const load = FILES[`./${language}/${namespace}.json`];
    if (!load) return callback(null, {});
    load().then(
      (texts) => callback(null, texts),
      // true: i18next tries again.
      () => callback(new Error('The texts could not be loaded.'), true),
    );
  },
};

export async function startTexts(language: Language): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: Object.keys(LANGUAGES),
      fallbackLng: false,
      ns: ['common', 'refusals'],
      defaultNS: 'common',
      keySeparator: false,
      nsSeparator: ':',
      returnEmptyString: false,
      // React draws text as text.
      interpolation: { escapeValue: false },
    });
  // The digits in a sentence are those of the times beside it.
  i18next.services.formatter?.addCached('number', (language, options) => {
    const tag = language !== undefined && isLanguage(language) ? formatsOf(language, navigator.languages) : language;
    const format = new Intl.NumberFormat(tag, options);
    return (count: number) => format.format(count);
  });
  mark(language);
}

/** Rejects, and goes on in the language there is, where the texts of the other cannot be fetched: keys are no words. */
export async function speak(language: Language): Promise<void> {
  const shown = Object.keys(i18next.getDataByLanguage(i18next.language) ?? {});
  const files = shown.flatMap((namespace) => FILES[`./${language}/${namespace}.json`] ?? []);
  await Promise.all(files.map((load) => load()));
  await i18next.changeLanguage(language);
  mark(language);
}

export async function loadTexts(namespaces: readonly string[]): Promise<void> {
  await i18next.loadNamespaces([...namespaces]);
}

function mark(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
