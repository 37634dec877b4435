import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endingsOf, readCode, shortCode } from './short-code.js';

describe('a short code', () => {
  it('[W26] is the last 30 bits of the id, in six characters that nobody mistakes', () => {
    expect(shortCode('00000000-0000-4000-8000-000000000000')).toBe('000000');
    expect(shortCode('00000000-0000-4000-8000-0000ffffffff')).toBe('ZZZZZZ');
    expect(shortCode('00000000-0000-4000-8000-000000000021')).toBe('000011');
    fc.assert(fc.property(fc.uuid(), (id) => expect(shortCode(id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/)));
  });

  it('[W26] is read in whatever way people type it', () => {
    expect(readCode(' k7q-2 mZ\n')).toBe('K7Q2MZ');
    expect(readCode('oIl–0—1')).toBeNull();
    expect(readCode('oIlO0i')).toBe('011001');
    fc.assert(
      fc.property(fc.uuid(), fc.nat({ max: 6 }), fc.constantFrom(' ', '-', ' - ', '‑'), (id, at, gap) => {
        const code = shortCode(id);
        const typed = code.toLowerCase().replaceAll('1', 'l').replaceAll('0', 'o');
        expect(readCode(typed.slice(0, at) + gap + typed.slice(at))).toBe(code);
      }),
    );
  });

  it.each(['', '12345', '1234567', 'UUUUUU', 'ABCDE!', '١٢٣٤٥٦', '💧💧💧'])('[W26] is not “%s”', (typed) => {
    expect(readCode(typed)).toBeNull();
  });

  it('reads nothing else and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const code = readCode(typed);
        expect(code === null || /^[0-9A-HJKMNP-TV-Z]{6}$/.test(code)).toBe(true);
      }),
    );
  });

  it('leads back to every id that has it', () => {
    fc.assert(fc.property(fc.uuid(), (id) => expect(endingsOf(shortCode(id))).toContain(id.slice(-8))));
  });
});
