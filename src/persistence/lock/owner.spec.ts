import { describe, it, expect } from '@jest/globals';
import { parseOwner, standingOf, thisProcess } from './owner.js';

/** No process has it: above the largest pid Linux gives. */
const NOBODY = 2 ** 30;

describe('the owner of a folder', () => {
  const me = thisProcess();

  it('[L14] is alive while its process is', () => {
    expect(standingOf(me)).not.toBe('gone');
    if (process.platform === 'linux') expect(standingOf(me)).toBe('alive');
  });

  it('[L15] is gone with its process, or when it gave the folder back', () => {
    expect(standingOf({ ...me, pid: NOBODY })).toBe('gone');
    expect(standingOf({ ...me, released: true })).toBe('gone');
  });

  it('[L15] is gone when another process has got its pid', () => {
    const reused = standingOf({ ...me, started: '1' });
    expect(reused).toBe(process.platform === 'linux' ? 'gone' : 'unknown');
  });

  it('[L15] cannot be asked when it lives on another machine', () => {
    expect(standingOf({ ...me, host: 'elsewhere.example' })).toBe('unknown');
    expect(standingOf({ ...me, pid: NOBODY, place: 'another boot' })).toBe('unknown');
  });

  it.each(['', '{"pid":1', 'null', '{}', '{"pid":-1,"host":"h","place":""}', '[1]', '\0\0\0\0'])(
    '[L15] is nobody in a file cut short: %j',
    (text) => {
      expect(parseOwner(text)).toBeNull();
    },
  );

  it('[L15] is read back as it was written', () => {
    expect(parseOwner(JSON.stringify(me))).toEqual(me);
  });
});
