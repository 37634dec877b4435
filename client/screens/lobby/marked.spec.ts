import { describe, expect, it } from '@jest/globals';
import { marked } from './marked.js';

describe('the words that were looked for', () => {
  it.each([
    ['Water and WATER', 'water', ['Water', 'WATER']],
    ['Вода, водa', 'ВОДА', ['Вода']],
    ['كيف نتقاسم المياه؟', 'المياه', ['المياه']],
    ['50 % (or so) [a-z] .*', '(or .* 50', ['50', '(or', '.*']],
    ['水と穀物', '穀物', ['穀物']],
    ['grain-corridor', 'grain-corridor', ['grain-corridor']],
    ['nothing here', 'water', []],
    ['nothing asked', ' ', []],
  ])('are set apart in %s', (text, query, found) => {
    const runs = marked(text, query);
    expect(runs.filter(({ isMatch }) => isMatch).map((run) => run.text)).toEqual(found);
    expect(runs.map((run) => run.text).join('')).toBe(text);
  });

  it('are in sight, however long the text is, and no letter is cut', () => {
    const family = '👩‍👩‍👧‍👦';
    const text = `${family.repeat(200)} water ${family.repeat(200)}`;
    const shown = marked(text, 'WATER')
      .map((run) => run.text)
      .join('');
    expect(shown).toContain(' water ');
    expect(shown.length).toBeLessThan(600);
    expect(shown.replaceAll(family, '')).toBe('… water …');
  });
});
