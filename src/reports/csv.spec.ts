import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf } from './csv.js';

describe('a table as a file', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1+1', '＋1', '－1', '＠x'])(
    '[P7] makes no formula of %j',
    (text) => {
      expect(read([[text]])).toEqual([[`'${text}`]]);
    },
  );

  it('[P7] keeps numbers as numbers and leaves out what there is not', () => {
    expect(csvOf([['a', -3, 0.5, null, Infinity]])).toBe('\uFEFF"a",-3,0.5,,\r\n');
  });

  it('[P7] gives back every text that is no formula, in whatever script', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (texts) => {
        const [cells = []] = read([texts]);
        expect(cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, ''))).toEqual(texts);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

function read(rows: readonly (readonly string[])[]): string[][] {
  return parse(csvOf(rows), { bom: true });
}
