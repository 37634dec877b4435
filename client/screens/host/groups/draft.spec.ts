import { describe, expect, it } from '@jest/globals';
import { floorOf, isGood, isSame, ownGroup, percentOf } from './draft.js';

describe('a share as it is typed', () => {
  it.each([
    ['10', 1_000],
    [' 12.5 ', 1_250],
    ['12,5', 1_250],
    ['1', 100],
    ['0.5', null],
    ['91', null],
    ['', null],
    ['ten', null],
  ])('%j is %s basis points', (percent, floor) => expect(floorOf(percent)).toBe(floor));

  it('is read back as it was written', () => expect(percentOf(1_250)).toBe('12.5'));
});

describe('a group of the organisers’ own', () => {
  it('[G4] has an id the forum takes, whatever its title is written in', () => {
    const first = ownGroup('Refugees & displaced', true, []);
    const second = ownGroup('Refugees, displaced!', false, [first]);
    const third = ownGroup('Босқындар', false, [first, second]);
    expect([first, second, third].map(({ id }) => id)).toEqual([
      'own-refugees-displaced',
      'own-refugees-displaced-2',
      'own-group',
    ]);
    expect(isGood([first, second, third])).toBe(true);
  });

  it('is the same as before until something of it changes', () => {
    const group = ownGroup('A', false, []);
    expect(isSame([group], [{ ...group }])).toBe(true);
    expect(isSame([group], [{ ...group, floor: 900 }])).toBe(false);
    expect(isSame([group], [])).toBe(false);
  });
});
