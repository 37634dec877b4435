import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { HOUSE_RULES } from '../../../../domain/panel/house-rules.js';
import { NOTE_MAX } from '../../../../domain/panel/limits.js';
import { noteWith, templateFor, templateLanguage, TEMPLATE_LANGUAGES, type Templates } from './note.js';

const ENGLISH = templatesIn('en');
const KEYS = ['general', ...HOUSE_RULES.map(({ id }) => id)].sort();

describe('the templates', () => {
  it.each(TEMPLATE_LANGUAGES)('are complete in %s: for each house rule and for any other', (language) => {
    const { decline, revise } = templatesIn(language);
    expect(Object.keys(decline).sort()).toEqual(KEYS);
    expect(Object.keys(revise).sort()).toEqual(KEYS);
    const all = [...Object.values(decline), ...Object.values(revise)];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((text) => text.length < 15 || text.length > NOTE_MAX / 2)).toEqual([]);
  });

  it('are in the language of the author where there is one, else in English, which is said', () => {
    expect(templateLanguage('ar-EG')).toEqual({ language: 'ar', isTheirs: true });
    expect(templateLanguage('sw')).toEqual({ language: 'en', isTheirs: false });
    expect(templateLanguage('und')).toEqual({ language: 'en', isTheirs: false });
  });

  it('fit the rule, and any rule of a host’s own', () => {
    expect(templateFor(ENGLISH, 'decline', 'on-topic')).toBe(ENGLISH.decline['on-topic']);
    expect(templateFor(ENGLISH, 'revise', 'constructor')).toBe(ENGLISH.revise['general']);
    expect(templateFor(ENGLISH, 'decline', null)).toBe(ENGLISH.decline['general']);
  });

  it('take the place of a template, never of words of one’s own', () => {
    const offered = templateFor(ENGLISH, 'decline', 'no-hate');
    expect(noteWith('', offered, ENGLISH)).toBe(offered);
    expect(noteWith(templateFor(ENGLISH, 'revise', 'on-topic'), offered, ENGLISH)).toBe(offered);
    expect(noteWith('My own words', offered, ENGLISH)).toBe('My own words');
  });
});

function templatesIn(language: string): Templates {
  return JSON.parse(readFileSync(`client/screens/desk/templates/${language}.json`, 'utf8')) as Templates;
}
