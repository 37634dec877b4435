import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GroupTerms } from '../../panel/events.js';
import { COUNTRIES, countryCode } from './countries.js';
import { leastFloor, sumsByAxis, warningsOf } from './floors.js';
import { COUNTRY_LISTS } from './lists.js';
import { groupsFor, PRESETS, termsOf } from './presets.js';
import { faultIn } from './terms.js';

const REGIONS = Object.entries(COUNTRY_LISTS).filter(([id]) => id.startsWith('un-'));

describe('the lists of countries', () => {
  it('[G1] put every member of the United Nations into one regional group', () => {
    const all = REGIONS.flatMap(([, { codes }]) => codes);
    expect(REGIONS.map(([, { codes }]) => codes.length)).toEqual([54, 54, 23, 33, 29]);
    expect(new Set(all).size).toBe(193);
  });

  it('[G1] have as many countries as their source says, each once and known by its code', () => {
    expect(COUNTRY_LISTS.ldc.codes).toHaveLength(44);
    expect(COUNTRY_LISTS.lldc.codes).toHaveLength(32);
    expect(COUNTRY_LISTS.sids.codes).toHaveLength(39);
    for (const { codes, source } of Object.values(COUNTRY_LISTS)) {
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.filter((code) => !COUNTRIES.includes(code))).toEqual([]);
      expect(source).toMatch(/20\d\d/);
      expect(source).toMatch(/verify at/);
    }
  });

  it.each([
    ['KZ', ['un-asia-pacific', 'lldc']],
    ['np', ['un-asia-pacific', 'ldc', 'lldc']],
    ['TV', ['un-asia-pacific', 'ldc', 'sids']],
    ['HT', ['un-latin-america-caribbean', 'ldc', 'sids']],
    ['CK', ['sids']],
    ['TR', ['un-western-europe-others']],
    ['XX', []],
  ])('[G1] say of %s: %j', (code, groups) => expect(groupsFor(code)).toEqual(groups));

  it.each([
    ['kz', 'KZ'],
    ['KAZ', 'KZ'],
    ['Казахстан', 'KZ'],
    ['Қазақстан', 'KZ'],
    ['كازاخستان', 'KZ'],
    ['Cote d’Ivoire', 'CI'],
    [' turkiye ', 'TR'],
    ['Atlantis', null],
  ])('read %s as %s', (written, code) => expect(countryCode(written)).toBe(code));

  it('know 197 codes, each once', () => {
    expect(new Set(COUNTRIES).size).toBe(COUNTRIES.length);
    expect(COUNTRIES).toHaveLength(197);
  });
});

describe('the presets', () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))(
    '[G2] %s has terms without fault or warning',
    (_, preset) => {
      const groups = termsOf(preset);
      expect(faultIn(groups)).toBeNull();
      expect(warningsOf(groups, { turns: 36 })).toEqual([]);
    },
  );

  it('[G2] share no id', () => {
    const ids = PRESETS.flatMap(({ groups }) => groups.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('guaranteed shares that cannot be kept', () => {
  const group = (id: string, floor: number, axis: string | null = null): GroupTerms => ({
    id,
    title: id,
    floor,
    axis,
    sensitive: false,
    source: null,
  });

  it.each([
    [[group('a', 200)], [{ kind: 'under-one-turn', group: 'a', least: 278 }]],
    [[group('a', 8_000)], [{ kind: 'over-balance', group: 'a', most: 7_500 }]],
    [[group('a', 50)], [{ kind: 'out-of-bounds', group: 'a', least: 100, most: 9_000 }]],
    [[group('a', 9_500)], [{ kind: 'out-of-bounds', group: 'a', least: 100, most: 9_000 }]],
    [
      [group('a', 5_000, 'x'), group('b', 4_500, 'x'), group('c', 4_500, 'y')],
      [{ kind: 'axis-full', axis: 'x', sum: 9_500, most: 9_000 }],
    ],
    [[group('a', 5_000), group('b', 5_000), group('c', 5_000)], []],
  ] as const)('[G3] %# are told', (groups, warnings) => {
    expect(warningsOf(groups, { turns: 36 })).toEqual(warnings);
  });

  it('[G3] goes by how many places go to the longest wait', () => {
    expect(warningsOf([group('a', 6_000)], { turns: 36, every: 2 })).toHaveLength(1);
    expect(warningsOf([group('a', 9_000)], { turns: 36, every: null })).toEqual([]);
  });

  it('[G3] are told of exactly those groups and axes that are at fault', () => {
    const anyGroups = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,3}$/),
        floor: fc.integer({ min: 0, max: 10_000 }),
        axis: fc.constantFrom('x', 'y', null),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(anyGroups, fc.integer({ min: 1, max: 500 }), (drawn, turns) => {
        const groups = drawn.map(({ id, floor, axis }) => group(id, floor, axis));
        const warnings = warningsOf(groups, { turns });
        const warned = new Set(
          warnings.map((warning) => ('group' in warning ? warning.group : `axis ${warning.axis}`)),
        );
        const isBad = ({ floor }: GroupTerms) => floor < leastFloor(turns) || floor > 7_500;
        expect(warned).toEqual(
          new Set([
            ...groups.filter(isBad).map(({ id }) => id),
            ...[...sumsByAxis(groups)].filter(([, sum]) => sum > 9_000).map(([axis]) => `axis ${axis}`),
          ]),
        );
      }),
    );
  });

  it.each([
    [[group('A', 500)], 'groups.0.id'],
    [[group('a', 500), group('a', 500)], 'groups.1.id'],
    [[{ ...group('a', 500), title: ' ' }], 'groups.0.title'],
    [[group('a', 50)], 'groups.0.floor'],
    [[group('a', 500.5)], 'groups.0.floor'],
  ])('[G3] %# are no terms at all', (groups, field) => expect(faultIn(groups)?.field).toBe(field));
});
