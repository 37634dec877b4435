import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptBody, acceptLine, BODY_BYTES_MAX } from './body.js';
import { hasMoreGraphemesThan, utf8Length } from './count.js';
import { acceptLang } from './lang.js';

describe('a body', () => {
  it.each([
    'if (a < b && c > d) return;',
    '<script>alert(1)</script>',
    'Vote \u202eon\u202c yes',
    'H̸̴̵̶̷̡̢̧̨',
    ' two\n\nlines \t',
    '\u001b[31mred',
  ])('[N6] is kept exactly as written: %j', (text) => expect(acceptBody(text)).toEqual({ ok: true, text }));

  it.each(['', '  \n\t ', '\u200b\u200b', '\u3164', '\u2800', '\u202e\u202c', '\ufeff'])(
    '[N6] says something: %j',
    (text) => {
      expect(acceptBody(text)).toEqual({ ok: false, message: expect.stringContaining('empty') });
    },
  );

  it.each(['a\0b', '\ud800', 'a\udc00b', '\udc00\ud800'])('[N6] can be stored: %j', (text) => {
    expect(acceptBody(text)).toEqual({ ok: false, message: expect.stringContaining('stored') });
  });

  it('[N6] has at most 4,000 characters as people count them', () => {
    expect(acceptBody('a'.repeat(4000)).ok).toBe(true);
    expect(acceptBody('a'.repeat(4001))).toEqual({
      ok: false,
      message: 'Please shorten this text to 4,000 characters.',
    });
    expect(acceptBody('🇰🇿'.repeat(4000)).ok).toBe(true);
    expect(acceptBody('🇰🇿'.repeat(4001)).ok).toBe(false);
    expect(acceptBody('үлкен', 4).ok).toBe(false);
  });

  it('[N6] has at most 32 KiB', () => {
    const family = '👩‍👩‍👧‍👦';
    const most = Math.floor(BODY_BYTES_MAX / utf8Length(family));
    expect(acceptBody(family.repeat(most)).ok).toBe(true);
    expect(acceptBody(family.repeat(most + 1)).ok).toBe(false);
    expect(acceptBody(`a${'\u0301'.repeat(16_383)}`).ok).toBe(true);
    expect(acceptBody(`a${'\u0301'.repeat(16_384)}`).ok).toBe(false);
  });

  it('[N6] is well-formed and verbatim whenever it is accepted', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(fc.string({ unit: 'binary', maxLength: 1 }), fc.constantFrom('\ud800', '\udc00', '\0', ' ')),
        }),
        (text) => {
          const verdict = acceptBody(text);
          const isStorable = JSON.parse(JSON.stringify(text)) === text && !/[\0\p{Cs}]/u.test(text);
          if (verdict.ok) expect([verdict.text, isStorable]).toEqual([text, true]);
          else expect(verdict.message).toMatch(/\.$/);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('[N10] is counted no further than it matters, and rightly across windows', () => {
    const units = fc.constantFrom(
      'a',
      '\r\n',
      '🇰',
      '🇿',
      '👩',
      '\u200d',
      '\u0301',
      'क',
      '\u094d',
      'ᄀ',
      'ᅡ',
      '好',
      ' ',
      '👍🏽',
      '\u0600',
    );
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.array(units, { minLength: 100, maxLength: 700 }), (parts) => {
        const text = parts.join('');
        const count = [...segmenter.segment(text)].length;
        expect(hasMoreGraphemesThan(text, count)).toBe(false);
        expect(hasMoreGraphemesThan(text, count - 1)).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(hasMoreGraphemesThan(`a${'\u0301'.repeat(5000)}b`, 2)).toBe(false);
    expect(hasMoreGraphemesThan(`a${'\u0301'.repeat(5000)}b`, 1)).toBe(true);
  });

  it('[N10] is measured before it is read', () => {
    expect(acceptBody('\ud800'.repeat(BODY_BYTES_MAX + 1))).toEqual({
      ok: false,
      message: expect.stringContaining('shorten'),
    });
    expect(acceptBody('a'.repeat(50_000_000)).ok).toBe(false);
  });
});

describe('a title', () => {
  it('[N7] is one line', () => {
    expect(acceptLine('Су және нан', 200)).toEqual({ ok: true, text: 'Су және нан' });
    for (const breaking of ['\n', '\r', '\u2028', '\u2029', '\u0085', '\v']) {
      expect(acceptLine(`a${breaking}b`, 200)).toEqual({ ok: false, message: expect.stringContaining('one line') });
    }
  });

  it.each(['a\u202eb', '\u2067a', 'a\u200f', 'a\tb', 'a\u001bb', '\u200b', 'a\0'])(
    '[N7] holds nothing unseen: %j',
    (text) => {
      expect(acceptLine(text, 200).ok).toBe(false);
    },
  );

  it('[N7] is as long as its place allows', () => {
    expect(acceptLine('é'.repeat(200), 200).ok).toBe(true);
    expect(acceptLine('é'.repeat(201), 200)).toEqual({
      ok: false,
      message: 'Please shorten this text to 200 characters.',
    });
  });
});

describe('a language', () => {
  it.each([
    ['kk', 'kk'],
    ['AR', 'ar'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['und', 'und'],
    ['sr-latn', 'sr-Latn'],
  ])('[N8] %s is kept as %s', (tag, lang) => {
    expect(acceptLang(tag)).toEqual({ ok: true, lang });
  });

  it.each(['', 'x', 'english!', 'en_US', '../en', 'en-', '__proto__', 'e'.repeat(36), `en-${'a'.repeat(40)}`, '\0'])(
    '[N8] %j is none',
    (tag) => expect(acceptLang(tag).ok).toBe(false),
  );

  it('[N8] is judged whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (tag) => {
        const verdict = acceptLang(tag);
        if (verdict.ok) expect(acceptLang(verdict.lang)).toEqual(verdict);
      }),
    );
  });
});
