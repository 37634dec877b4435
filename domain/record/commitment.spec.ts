import { describe, it, expect } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { commitmentOf, opens } from './commitment.js';

const salt = Uint8Array.from({ length: 32 }, (_, i) => i);
const body = { text: 'Су – өмір. 水是生命。', lang: 'kk', author: 'seat-1' };

describe('a salted commitment', () => {
  it('[L10] is HMAC-SHA256 over the canonical form, keyed by the salt', () => {
    const expected = createHmac('sha256', salt)
      .update('{"body":{"author":"seat-1","lang":"kk","text":"Су – өмір. 水是生命。"}}')
      .digest('hex');
    expect(commitmentOf(body, salt)).toBe(expected);
  });

  it('[L10] opens with its body and salt, and with nothing else', () => {
    const commit = commitmentOf(body, salt);
    expect(opens(commit, { author: 'seat-1', text: body.text, lang: 'kk' }, salt)).toBe(true);
    expect(opens(commit, { ...body, text: `${body.text} ` }, salt)).toBe(false);
    expect(opens(commit, { ...body, author: 'seat-2' }, salt)).toBe(false);
    expect(
      opens(
        commit,
        body,
        salt.map((byte) => byte ^ 1),
      ),
    ).toBe(false);
  });

  it('[L10] takes salts of 32 bytes only', () => {
    expect(() => commitmentOf(body, new Uint8Array(16))).toThrow(TypeError);
  });

  it('[L11] refuses a body with a lone surrogate', () => {
    expect(() => commitmentOf({ text: '\ud800' }, salt)).toThrow(TypeError);
  });
});
