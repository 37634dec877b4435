import { describe, it, expect } from '@jest/globals';
import { containing, searchable } from './search-words.js';

describe('the form in which words are compared', () => {
  it.each([
    ['Straße', 'STRASSE'],
    ['Қазақстан', 'ҚАЗАҚСТАН'],
    ['ΛΌΓΟΣ', 'λόγος'],
    ['İstanbul', 'istanbul'],
    ['ILIK', 'ılık'],
    ['مُؤْتَمَر', 'مؤتمر'],
    ['العـــربية', 'العربية'],
    ['ＡＢＣ', 'abc'],
    ['ﬁnal', 'FINAL'],
  ])('[L8] takes %s and %s for the same', (one, other) => {
    expect(searchable(one)).toBe(searchable(other));
  });

  it('[L8] keeps different words apart', () => {
    expect(searchable('résumé')).not.toBe(searchable('resume'));
    expect(searchable('水')).not.toBe(searchable('氷'));
  });

  it('[L8] looks for wildcards as for any other sign', () => {
    expect(containing('100%_\\')).toBe('%100\\%\\_\\\\%');
  });
});
