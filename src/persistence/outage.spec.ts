import { describe, it, expect } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { survivalOf } from './facts.js';
import { isOutage } from './outage.js';

describe('an outage', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', '08006', '57P01', '53300', '53100', '57014', '55P03', '25006'])(
    '[L18] is known by the code %s',
    (code) => {
      expect(isOutage(Object.assign(new Error('something'), { code }))).toBe(true);
    },
  );

  it('[L18] is known within another error', () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    expect(isOutage(new QueryFailedError('select 1', [], cause))).toBe(true);
    expect(isOutage(new Error('could not read', { cause }))).toBe(true);
    expect(isOutage(new AggregateError([cause]))).toBe(true);
    expect(isOutage(new Error('Connection terminated unexpectedly'))).toBe(true);
  });

  it.each(['23505', '22P05', '42601', '42501', undefined])(
    '[L18] is not what a mistake of ours is called: %s',
    (code) => {
      expect(isOutage(Object.assign(new Error('something'), { code }))).toBe(false);
    },
  );

  it('[L18] is always an error', () => {
    expect(isOutage('ECONNREFUSED')).toBe(false);
    expect(isOutage(undefined)).toBe(false);
  });
});

describe('what an engine survives', () => {
  it('[L17] is said by its own settings', () => {
    expect(survivalOf('off', 'on')).toMatch(/kill -9 included; a power cut can lose/);
    expect(survivalOf('on', 'on')).toMatch(/and a power cut: /);
    expect(survivalOf('on', 'off')).toMatch(/power cut, which can lose/);
  });
});
