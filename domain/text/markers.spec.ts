import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { visibleMarkers } from './markers.js';

const namesIn = (text: string) => visibleMarkers(text).flatMap((run) => (run.kind === 'marker' ? [run.name] : []));

describe('what nobody would see', () => {
  it('[N9] is shown by name in its place', () => {
    expect(visibleMarkers('Vote \u202eon\u202c yes')).toEqual([
      { kind: 'text', text: 'Vote ' },
      { kind: 'marker', text: '\u202e', name: 'right-to-left override' },
      { kind: 'text', text: 'on' },
      { kind: 'marker', text: '\u202c', name: 'pop directional formatting' },
      { kind: 'text', text: ' yes' },
    ]);
  });

  it.each([
    ['safe\u2028\u2029line', ['line separator', 'paragraph separator']],
    ['\u061cأ', ['Arabic letter mark']],
    ['\ufff9base\ufffaruby\ufffb', ['annotation anchor', 'annotation separator', 'annotation terminator']],
    ['\u001b[31mred', ['escape']],
    ['a\u200db', ['zero width joiner']],
    ['a\u200bb', ['zero width space']],
    ['a\u0007\u{e0041}', ['U+0007', 'U+E0041']],
    ['one\rtwo', ['carriage return']],
  ])('[N9] is named: %j', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    'two\nlines\r\nand\ta tab',
    'علی‌رضا',
    'ශ්‍රී',
    '👩🏽‍💻 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'co\u00adoperate',
    'שלום world',
    '<script>',
    '葛󠄀',
  ])('[N9] is nothing in %j', (text) => {
    expect(visibleMarkers(text)).toEqual([{ kind: 'text', text }]);
  });

  it('[N9] leaves every text as it was', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.string({ unit: 'binary', maxLength: 1 }),
            fc.constantFrom('\u202e', '\u200d', '\ud800', '👩', '\r', '\n'),
          ),
        }),
        (text) => {
          expect(
            visibleMarkers(text)
              .map((run) => run.text)
              .join(''),
          ).toBe(text);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
