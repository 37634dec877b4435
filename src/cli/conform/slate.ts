import { audit } from '../../../domain/amplify/slate/audit.js';
import { type Phase, type SlateInput, slateOf } from '../../../domain/amplify/slate/slate.js';
import type { Conformity } from './conformity.js';

/** Items are numbers; -1 stands for no item. Seats that nobody supports have no phase. */
interface Expected {
  readonly slate: readonly number[];
  readonly phases: readonly string[];
  readonly alphaJR: { readonly alpha: number; readonly size: number; readonly item: number };
  readonly alphaEJRplus: number;
  /** Posed items first. */
  readonly soleSupport: readonly number[];
}

interface Fixture {
  readonly name: string;
  readonly input: SlateInput;
  readonly expected: Expected;
}

const PHASES: Readonly<Record<Phase, string | null>> = {
  'equal-shares': 'mes',
  coverage: 'coverage',
  phragmen: 'phragmen',
  unsupported: null,
};
const TOLERANCE = 1e-9;

/** Each slate counts once: passed when seats, phases and every audit are as expected, numbers to a billionth. */
export function run(fixtures: unknown): Conformity {
  if (!Array.isArray(fixtures)) throw new Error('must be a list of slates.');
  const slates = fixtures.map(fixtureOf);
  const failures = slates.map(differences);
  const failed = failures.filter((sentences) => sentences.length > 0).length;
  return { passed: slates.length - failed, failed, sentences: failures.flat() };
}

function differences({ name, input, expected }: Fixture): readonly string[] {
  const got = judged(input);
  return (Object.keys(expected) as (keyof Expected)[])
    .filter((what) => !isSame(got[what], expected[what]))
    .map((what) => `${name}: ${what}: expected ${JSON.stringify(expected[what])}, got ${JSON.stringify(got[what])}`);
}

function judged(input: SlateInput): Expected {
  const seats = slateOf(input);
  const slate = seats.map(({ item }) => item);
  const { alphaJr, alphaEjrPlus, leftOut, sole } = audit(input, slate);
  return {
    slate,
    phases: seats.flatMap(({ phase }) => PHASES[phase] ?? []),
    alphaJR: { alpha: alphaJr, size: leftOut?.size ?? 0, item: leftOut?.item ?? -1 },
    alphaEJRplus: alphaEjrPlus,
    soleSupport: sole,
  };
}

function isSame(got: unknown, expected: unknown): boolean {
  if (typeof expected === 'number') return typeof got === 'number' && Math.abs(got - expected) <= TOLERANCE;
  if (typeof expected !== 'object' || expected === null) return got === expected;
  if (typeof got !== 'object' || got === null) return false;

  const there = new Map(Object.entries(got));
  const wanted = Object.entries(expected);
  return there.size === wanted.length && wanted.every(([key, value]) => isSame(there.get(key), value));
}

function fixtureOf(given: unknown, index: number): Fixture {
  const at = `slate ${index + 1}`;
  const { name, n, k, posed, support, expect } = fieldsOf(given, at);
  const voters = wholeOf(n, `${at}: n`);
  if (!Array.isArray(support)) throw new Error(`${at}: support must be a list of lists.`);
  const input = {
    voters,
    seats: wholeOf(k, `${at}: k`),
    posed: indicesOf(posed ?? [], support.length, `${at}: posed`),
    support: support.map((supporters, item) => indicesOf(supporters, voters, `${at}: support of item ${item}`)),
  };

  const { slate, phases, alphaJR, alphaEJRplus, soleSupport } = fieldsOf(expect, `${at}: expect`);
  // Whatever else stands there cannot equal what was worked out, and is told as a difference.
  const expected = { slate, phases, alphaJR, alphaEJRplus, soleSupport } as Expected;
  return { name: typeof name === 'string' ? name : at, input, expected };
}

function fieldsOf(given: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null) throw new Error(`${what} must be an object.`);
  return given as Record<string, unknown>;
}

function wholeOf(given: unknown, what: string): number {
  if (!Number.isSafeInteger(given) || Number(given) < 0) throw new Error(`${what} must be a whole number from 0 up.`);
  return Number(given);
}

/** Different whole numbers from 0 to below `end`. */
function indicesOf(given: unknown, end: number, what: string): readonly number[] {
  if (!Array.isArray(given)) throw new Error(`${what} must be a list.`);
  const indices = given.map((one) => wholeOf(one, what));
  if (indices.some((index) => index >= end)) throw new Error(`${what} goes beyond ${end - 1}.`);
  if (new Set(indices).size < indices.length) throw new Error(`${what} has one twice.`);
  return indices;
}
