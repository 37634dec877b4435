import { describe, expect, it } from '@jest/globals';
import { WordLists } from './word-lists.js';

describe('the lists of words', () => {
  const lists = new WordLists({ en: ['darn', 'holy moly'], zh: ['笨蛋'], ru: ['чёрт'] });

  it.each([
    ['Darn it!', 'en', true],
    ['DARN', 'en-GB', true],
    ['We darned socks', 'en', false],
    ['Holy, moly…', 'en', true],
    ['holy', 'en', false],
    ['你这个笨蛋啊', 'zh-Hant', true],
    ['Ну и ЧЁРТ с ним', 'ru', true],
    ['darn', 'ru', false],
    ['darn', 'kk', false],
    ['darn', 'constructor', false],
  ])('[M42] finds whole words of the text’s own language: %s (%s)', (text, lang, found) => {
    expect(lists.isListed(text, lang)).toBe(found);
  });

  it('[M42] are kept for English, Russian, Arabic, Chinese, French and Spanish', () => {
    const kept = new WordLists();
    const listed = { en: 'bullshit', ru: 'блядь', ar: 'شرموطة', zh: '他妈的', fr: 'connard', es: 'gilipollas' };
    expect(Object.entries(listed).filter(([lang, word]) => !kept.isListed(`… ${word} …`, lang))).toEqual([]);
    expect(kept.isListed('Who owns the well, and who may draw from it?', 'en')).toBe(false);
  });

  it('[M42] cost little on a long text', () => {
    const began = performance.now();
    new WordLists().isListed('a b '.repeat(8_192), 'en');
    expect(performance.now() - began).toBeLessThan(300);
  });
});
