import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Keyed } from './keyed.js';

/** Pairs with one FNV-1a hash: they share a leaf. */
const COLLIDING = ['costarring', 'liquid', 'declinate', 'macallums', 'altarage', 'zinke'];
/** The first two share the lowest 30 bits of their hash, the others 5, 10, 15 and 20 with them: branches at every depth. */
const NESTED = ['xnczb', 'x16080', 'a', '1ik', 'ah', 'k3zw'];

const key = fc.oneof(
  fc.constantFrom(...COLLIDING),
  fc.constantFrom(...NESTED),
  fc.constantFrom('', '__proto__', 'constructor', 'a', 'b'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const step = fc.record({ kind: fc.constantFrom('set', 'set', 'set', 'delete', 'update'), key, value: fc.nat(3) });

describe('a keyed map', () => {
  it('does what a Map does, and leaves every earlier version as it was', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => {
        const model = new Map<string, number>();
        let keyed = Keyed.empty<number>();
        const versions: [Keyed<number>, [string, number][]][] = [];

        for (const { kind, key, value } of steps) {
          if (kind === 'set') {
            model.set(key, value);
            keyed = keyed.set(key, value);
          } else if (kind === 'delete') {
            model.delete(key);
            keyed = keyed.delete(key);
          } else {
            const known = model.get(key);
            if (known !== undefined) model.set(key, known + 1);
            keyed = keyed.update(key, (before) => before + 1);
          }
          const known = model.get(key);
          if (keyed.size !== model.size || keyed.get(key) !== known || keyed.has(key) !== model.has(key)) {
            throw new Error(`Differs from a Map after ${kind} ${JSON.stringify(key)}.`);
          }
          versions.push([keyed, [...model]]);
        }
        const [some, others] = [
          versions.map(([version]) => sorted(version)),
          versions.map(([, entries]) => sorted(entries)),
        ];
        expect(JSON.stringify(some)).toBe(JSON.stringify(others));
      }),
    );
  });

  it('holds, and lets go of, many keys', () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => `id-${n}`);
    let keyed = Keyed.from(ids.map((id, n) => [id, n] as const));

    expect(keyed.size).toBe(ids.length);
    expect(ids.every((id, n) => keyed.get(id) === n)).toBe(true);
    expect([...keyed.keys()].sort()).toEqual([...ids].sort());

    for (const id of ids) keyed = keyed.delete(id);
    expect(keyed.size).toBe(0);
    expect([...keyed]).toEqual([]);
  });

  it('keeps colliding keys apart', () => {
    let keyed = Keyed.from(COLLIDING.map((word) => [word, word] as const));
    keyed = keyed.delete('liquid').set('zinke', 'changed');

    expect(keyed.size).toBe(COLLIDING.length - 1);
    expect(keyed.get('liquid')).toBeUndefined();
    expect(keyed.get('costarring')).toBe('costarring');
    expect(keyed.get('zinke')).toBe('changed');
  });

  it('finds what is left at every depth, whatever was deleted before it', () => {
    for (const gone of NESTED) {
      let keyed = Keyed.from(NESTED.map((word) => [word, word] as const));
      const left = NESTED.filter((word) => word !== gone);
      for (const word of [gone, ...left.slice(2)]) keyed = keyed.delete(word);

      expect([...keyed.keys()].sort()).toEqual(left.slice(0, 2).sort());
      for (const word of left.slice(0, 2)) expect(keyed.get(word)).toBe(word);
    }
  });

  it('is the same object when nothing changes', () => {
    const keyed = Keyed.from([['a', 1]]);

    expect(keyed.set('a', 1)).toBe(keyed);
    expect(keyed.delete('b')).toBe(keyed);
    expect(keyed.update('b', (value) => value + 1)).toBe(keyed);
    expect(keyed.update('a', (value) => value)).toBe(keyed);
  });

  it('refuses undefined, which would read as absent', () => {
    expect(() => Keyed.empty<undefined>().set('a', undefined)).toThrow(TypeError);
  });

  it('prints alike however it was built', () => {
    const entries = ['b', 'a', '__proto__', ...COLLIDING].map((word) => [word, 1] as const);
    const one = JSON.stringify(Keyed.from(entries));
    const other = JSON.stringify(Keyed.from(entries.toReversed()));

    expect(one).toBe(other);
    expect(Object.keys(JSON.parse(one))).toHaveLength(entries.length);
  });
});

function sorted(entries: Iterable<readonly [string, number]>): (readonly [string, number])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}
