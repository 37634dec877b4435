import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commitmentOf as pure, SALT_BYTES } from '../../domain/record/commitment.js';
import { commitmentOf } from './sealing.js';

describe('sealing a body', () => {
  it('[L10] gives the commitment that anybody can recompute with the pure code', () => {
    const body = fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null)));
    const salt = fc.uint8Array({ minLength: SALT_BYTES, maxLength: SALT_BYTES });
    fc.assert(fc.property(body, salt, (body, salt) => expect(commitmentOf(body, salt)).toBe(pure(body, salt))));
  });
});
