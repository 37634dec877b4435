import { templateLanguage, type Templates } from './logic/note.js';

const FILES = import.meta.glob<Templates>('./templates/*.json', { import: 'default' });

/** In the language of an author, or in English. null: they could not be fetched. */
export async function loadTemplates(lang: string): Promise<Templates | null> {
  const load = FILES[`./templates/${templateLanguage(lang).language}.json`];
  try {
    return load ? await load() : null;
  } catch {
    return null;
  }
}
