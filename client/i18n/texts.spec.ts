import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const HERE = 'client/i18n';
const LANGUAGES = ['en', 'ru', 'kk', 'ar'] as const;
const NAMESPACES = readdirSync(join(HERE, 'en')).map((file) => file.replace('.json', ''));
const SOURCES = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts') && !file.endsWith('.d.ts'))
  .map((file) => readFileSync(join('client', file), 'utf8'))
  .join('\n');

describe('the texts of the interface', () => {
  it.each(LANGUAGES)('[A1] are complete in %s, with every plural form the language has', (language) => {
    expect([...LANGUAGES.slice(0, 1), language].map((one) => readdirSync(join(HERE, one)))).toHaveLength(2);
    for (const namespace of NAMESPACES) {
      const expected = [...stems(texts('en', namespace))].flatMap(([stem, isPlural]) =>
        isPlural ? formsOf(language).map((form) => `${stem}_${form}`) : [stem],
      );
      expect({ namespace, keys: Object.keys(texts(language, namespace)).sort() }).toEqual({
        namespace,
        keys: expected.sort(),
      });
    }
  });

  it.each(LANGUAGES)(
    '[A2] say the same things in %s: no text is empty, and each has the places of the English one',
    (language) => {
      for (const namespace of NAMESPACES) {
        const english = texts('en', namespace);
        for (const [key, text] of Object.entries(texts(language, namespace))) {
          expect({ namespace, key, isEmpty: text.trim() === '' }).toEqual({ namespace, key, isEmpty: false });
          const model = english[key] ?? english[`${key.replace(/_[a-z]+$/, '')}_other`] ?? '';
          const missing = placesIn(model).filter((place) => !placesIn(text).includes(place) && place !== 'count');
          const invented = placesIn(text).filter((place) => !placesIn(model).includes(place));
          expect({ namespace, key, missing, invented }).toEqual({ namespace, key, missing: [], invented: [] });
        }
      }
    },
  );

  it('[A3] are all used: by their name, or by a name that is put together', () => {
    const prefixes = [...SOURCES.matchAll(/`([a-z0-9:-]+[_-])\$\{/gi)].flatMap(([, prefix = '']) => [
      prefix,
      prefix.replace(/^[a-z]+:/, ''),
    ]);
    const suffixes = [...SOURCES.matchAll(/`\$\{[^}`]+\}([_-][a-z0-9_-]+)`/gi)].map(([, suffix = '']) => suffix);
    const unused = NAMESPACES.filter((namespace) => namespace !== 'refusals').flatMap((namespace) =>
      [...stems(texts('en', namespace)).keys()]
        .filter(
          (key) =>
            !new RegExp(`['"\`:]${key}['"\`]`).test(SOURCES) &&
            !prefixes.some((prefix) => key.startsWith(prefix)) &&
            !suffixes.some((suffix) => key.endsWith(suffix)),
        )
        .map((key) => `${namespace}:${key}`),
    );
    expect(unused).toEqual([]);
  });

  it('[A4] exist for every name that is asked for', () => {
    const known = new Set(NAMESPACES.flatMap((namespace) => [...stems(texts('en', namespace)).keys()]));
    const asked = [...SOURCES.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map(([, key = '']) => key.replace(/^[a-z]+:/, ''));
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });
});

function texts(language: string, namespace: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(HERE, language, `${namespace}.json`), 'utf8')) as Record<string, string>;
}

/** Names without their plural forms, and whether they have some. */
function stems(all: Readonly<Record<string, string>>): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const key of Object.keys(all)) {
    const stem = /^(.+)_(zero|one|two|few|many|other)$/.exec(key)?.[1];
    const isPlural = stem !== undefined && `${stem}_other` in all;
    found.set(isPlural ? stem : key, isPlural);
  }
  return found;
}

function formsOf(language: string): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*([^,}\s]+)/g)].map(([, name = '']) => name);
}
