import { fisher } from '../../../domain/amplify/parity/fisher.js';
import { holm } from '../../../domain/amplify/parity/holm.js';
import {
  moverR,
  newcombe,
  riskRatio,
  wilson,
  type Interval,
  type Table,
} from '../../../domain/amplify/parity/intervals.js';
import type { Conformity } from './conformity.js';

/** A table or a list of Holm counts as one, whatever number of statistics it holds. */
export function run(fixtures: unknown): Conformity {
  const { tables, holm: lists } = shaped(fixtures);
  const judged = [
    ...tables
      .filter(saysSomething)
      .map((table, i) => differences(`table ${i + 1} (${named(table)})`, table, statisticsOf(table))),
    ...lists.map(({ p, adj }, i) => differences(`holm ${i + 1}`, { adj }, { adj: holm(p) })),
  ];
  const failed = judged.filter((sentences) => sentences.length > 0).length;
  return { passed: judged.length - failed, failed, sentences: judged.flat() };
}

/** A table of counts alone states nothing that could differ. */
function saysSomething(table: Figures): boolean {
  return Object.keys(table).some((key) => !isCount(key));
}

type Figures = Readonly<Record<string, unknown>>;

interface Fixtures {
  readonly tables: readonly (Table & Figures)[];
  readonly holm: readonly { readonly p: readonly number[]; readonly adj: readonly number[] }[];
}

const TOLERANCE = 1e-6;
const COUNTS = ['a', 'n1', 'b', 'n2'] as const;

function statisticsOf(table: Table): Figures {
  const { p, midP } = fisher(table);
  return {
    rr: riskRatio(table),
    moverR: ends(moverR(table)),
    newcombe: ends(newcombe(table)),
    fisher: { p, midp: midP },
    wilson1: ends(wilson(table.a, table.n1)),
    wilson2: ends(wilson(table.b, table.n2)),
  };
}

function differences(name: string, expected: Figures, got: Figures): readonly string[] {
  return Object.keys(expected)
    .filter((key) => !isCount(key) && !isSame(expected[key], got[key]))
    .map((key) => `${name}, ${key}: expected ${JSON.stringify(expected[key])}, got ${JSON.stringify(got[key])}`);
}

/** JSON has no word for infinity: it writes null. */
function isSame(expected: unknown, got: unknown): boolean {
  if (typeof got === 'number') {
    if (expected === null || !Number.isFinite(got)) return expected === null && !Number.isFinite(got);
    return typeof expected === 'number' && Math.abs(expected - got) <= TOLERANCE * Math.max(1, Math.abs(expected));
  }
  if (!isObject(expected) || !isObject(got)) return false;
  return Object.keys({ ...expected, ...got }).every((key) => isSame(expected[key], got[key]));
}

function shaped(fixtures: unknown): Fixtures {
  if (!isObject(fixtures) || !Array.isArray(fixtures['tables'])) throw new Error('has no list "tables".');
  const tables: readonly unknown[] = fixtures['tables'];
  const lists: unknown = fixtures['holm'] ?? [];
  const broken = tables.findIndex((table) => !isTable(table));
  if (broken >= 0) throw new Error(`table ${broken + 1} is no a of n1 against b of n2.`);
  if (!Array.isArray(lists) || !lists.every(isHolm)) throw new Error('"holm" is no list of p and adj.');
  return { tables: tables as Fixtures['tables'], holm: lists };
}

function isTable(table: unknown): table is Table {
  if (!isObject(table)) return false;
  const [a, n1, b, n2] = COUNTS.map((key) => table[key]);
  return isPart(a, n1) && isPart(b, n2);
}

function isPart(count: unknown, of: unknown): boolean {
  return Number.isInteger(count) && Number.isInteger(of) && 0 <= Number(count) && Number(count) <= Number(of);
}

function isHolm(list: unknown): list is Fixtures['holm'][number] {
  const isNumbers = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'number');
  return isObject(list) && isNumbers(list['p']) && isNumbers(list['adj']);
}

function isCount(key: string): boolean {
  return COUNTS.some((one) => one === key);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function ends({ low, high }: Interval): readonly [number, number] {
  return [low, high];
}

function named({ a, n1, b, n2 }: Table): string {
  return `${a}/${n1} vs ${b}/${n2}`;
}
