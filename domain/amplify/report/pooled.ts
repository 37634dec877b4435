import { discloseIf, K_MIN, percent } from '../disclosure/disclosure.js';
import { flagOf, SUFFICIENT } from '../parity/compare.js';
import { holm } from '../parity/holm.js';
import type { Table } from '../parity/intervals.js';
import { mantelHaenszel, type Stratified } from '../parity/stratified.js';
import type { ReportGroup, ReportInput } from './input.js';
import { baseOf, hiddenIn } from './members.js';
import { METHOD, type PooledFigures, type PooledReport } from './panel-report.js';
import { firstDecisions, ratioOf, rounded, tableOf } from './treatment.js';

const ENOUGH = 5;

/** Several panels as one comparison, each group against the others of its own panel. Published once for one set of panels. */
export function poolReports(panels: readonly ReportInput[]): PooledReport {
  const groups = [...new Map(panels.flatMap((panel) => panel.groups).map((group) => [group.id, group])).values()];
  const pools = groups.map((group) => poolOf(group, panels));
  const family = pools.filter(({ all }) => all.n1 >= SUFFICIENT);
  const adjusted = holm(family.map(({ stratified }) => stratified.p));

  return {
    method: METHOD,
    panels: panels.length,
    isEnough: panels.length >= ENOUGH,
    groups: pools.map((pool) => ({
      id: pool.group.id,
      title: pool.group.title,
      figures: discloseIf(pool.mayShow, () => figuresOf(pool, adjusted[family.indexOf(pool)] ?? 1)),
    })),
  };
}

interface Pool {
  readonly group: ReportGroup;
  readonly tables: readonly Table[];
  readonly all: Table;
  readonly stratified: Stratified;
  readonly mayShow: boolean;
}

function poolOf(group: ReportGroup, panels: readonly ReportInput[]): Pool {
  const bases = panels
    .filter(({ groups }) => groups.some(({ id }) => id === group.id))
    .map((input) => {
      const base = baseOf([...input.people.values()].filter((person) => firstDecisions(person).length > 0));
      return { base, isHidden: hiddenIn(base, input).groups.has(group.id) };
    });
  const members = (only: typeof bases) => only.reduce((sum, { base }) => sum + base.of(group).length, 0);
  const others = bases.reduce((sum, { base }) => sum + base.others(group).length, 0);
  const tables = bases.map(({ base }) => tableOf(base, group)).filter(({ n1, n2 }) => n1 > 0 && n2 > 0);
  const kMin = group.sensitive ? K_MIN.sensitive : K_MIN.plain;
  const alone = members(bases.filter(({ isHidden }) => isHidden));

  return {
    group,
    tables,
    all: tables.reduce((sum, one) => added(sum, one), { a: 0, n1: 0, b: 0, n2: 0 }),
    stratified: mantelHaenszel(tables),
    // The panels that were shown alone, taken from the sum, must not leave a few.
    mayShow: members(bases) >= kMin && others >= kMin && (alone === 0 || alone >= kMin),
  };
}

function figuresOf({ tables, all, stratified }: Pool, adjusted: number): PooledFigures {
  const { rr, interval, p } = stratified;
  const flag = flagOf({ table: all, rr, midP: p, holm: adjusted });
  return {
    panels: tables.length,
    decisions: all.n1,
    declined: all.n1 === 0 ? 0 : percent(all.a / all.n1),
    flag: flag === 'watch' ? 'none' : flag,
    ratio: flag === 'insufficient' || Number.isNaN(rr) ? null : ratioOf(rr, interval),
    holm: rounded(adjusted, 4),
  };
}

function added(sum: Table, one: Table): Table {
  return { a: sum.a + one.a, n1: sum.n1 + one.n1, b: sum.b + one.b, n2: sum.n2 + one.n2 };
}
