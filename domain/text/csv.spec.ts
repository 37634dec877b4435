import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { csvOf, slicesOf } from './csv.js';

describe('a table as a file', () => {
  it.each(['=1+1', '+7 701', '-1', '@SUM(A1)', ' =1', '\tx', '\rx', '\n=1', '＝1+1', '＋1', '－1', '＠x'])(
    '[P7, G12] makes no formula of %j',
    (text) => {
      expect(read([[text]])).toEqual([[`'${text}`]]);
    },
  );

  it('[P7] keeps numbers as numbers and leaves out what there is not', () => {
    expect(csvOf([['a', -3, 0.5, null, Infinity]])).toBe('\uFEFF"a",-3,0.5,,\r\n');
  });

  it('[P7, G12] gives back every text that is no formula, in whatever script', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (texts) => {
        const [cells = []] = read([texts]);
        expect(cells.map((cell, i) => (cell === `'${texts[i]}` ? texts[i] : cell))).toEqual(texts);
        for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r]/);
      }),
    );
  });
});

describe('a CSV file in slices', () => {
  const FILE = '\ufeffname,note\r\na,1\r\n"b\nb",2\r\nc,3\r\nd,4';

  it('repeats the header, cuts at ends of rows and says where they stand', () => {
    expect(slicesOf(FILE, 22)).toEqual([
      { csv: 'name,note\r\na,1\r\n', line: 2 },
      { csv: 'name,note\r\n"b\nb",2\r\n', line: 3 },
      { csv: 'name,note\r\nc,3\r\nd,4\n', line: 5 },
    ]);
  });

  it('is one slice where it is short, and none where it is empty', () => {
    expect(slicesOf(FILE, 1_000)).toHaveLength(1);
    expect(slicesOf('name\n', 1_000)).toEqual([{ csv: 'name\n', line: 2 }]);
    expect(slicesOf('', 10)).toEqual([]);
  });
});

function read(rows: readonly (readonly string[])[]): string[][] {
  return parse(csvOf(rows), { bom: true });
}
