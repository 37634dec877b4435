import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { csvLine, slicesOf } from './csv.js';

describe('a line of CSV', () => {
  it.each(['=1+1', '+7 701', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1'])(
    '[G12] never holds a formula: %j',
    (text) => {
      expect(csvLine([text])).toBe(`"'${text}"\r\n`);
    },
  );

  it('[G12] is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (fields) => {
        const [read = []] = parse(csvLine(fields)) as string[][];
        expect(read.map((field, i) => (field === `'${fields[i]}` ? fields[i] : field))).toEqual(fields);
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
