import { describe, expect, it } from '@jest/globals';
import { keptOf, likenessOf, trigramsOf } from './trigrams.js';

describe('how alike two texts are', () => {
  it('[S48] is what pg_trgm says', () => {
    expect([...trigramsOf('The gauges')].sort()).toEqual(
      ['  g', ' ga', 'aug', 'es ', 'gau', 'ges', 'uge', '  t', ' th', 'the', 'he '].sort(),
    );
    expect(like('who reads the gauges', 'who reads gauges')).toBeCloseTo(0.8095, 4);
  });

  it.each([
    ['谁来读水位计 谁都不信任对岸', '谁来读水位计 谁都不信任对岸的人'],
    ['من يقرأ مقاييس المياه', 'من يقرأ مقياس المياه'],
    ['су өлшегішті кім оқиды', 'су өлшегішін кім оқиды'],
    ['ใครอ่านมาตรวัดน้ำ', 'ใครอ่านมาตรวัดน้ำที่นี่'],
  ])('[S48] is measured in any script: %s', (one, other) => {
    expect(like(one, other)).toBeGreaterThan(0.5);
    expect(like(one, [...other].reverse().join(''))).toBeLessThan(0.3);
  });

  it('[Q5] tells how much of a text was kept', () => {
    expect(keptOf('Who owns the well?', 'who owns the WELL')).toBe(1);
    expect(keptOf('.', 'Who owns the well?')).toBe(0);
    expect([keptOf('…', '…'), keptOf('…', '!')]).toEqual([1, 0]);
    expect(keptOf('谁来读水位计', '谁来读水位计?')).toBe(1);
  });

  it('[S48] is nothing where nothing is said', () => {
    expect(like('', '!!')).toBe(0);
  });
});

function like(one: string, other: string): number {
  return likenessOf(trigramsOf(one), trigramsOf(other));
}
