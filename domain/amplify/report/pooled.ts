import { discloseIf, K_MIN, percentOf } from '../disclosure/disclosure.js';
import { flagOf, SUFFICIENT } from '../parity/compare.js';
import { holm } from '../parity/holm.js';
import type { Table } from '../parity/intervals.js';
import { mantelHaenszel, type Stratified } from '../parity/stratified.js';
import { declinesOf } from './headline.js';
import { METHOD, type OfGroup, type PooledFigures, type PooledHeadline, type PooledReport } from './panel-report.js';
import type { GroupPart, Part, SmallPart } from './part.js';
import { ratioOf, rounded } from './treatment.js';

const ENOUGH = 5;

export interface PooledPanel {
  readonly part: Part;
  readonly small: ReadonlyMap<string, SmallPart>;
}

/**
 * Several panels as one comparison, each group against the others of its own panel. From each panel counts what its own
 * report shows, so that taking the reports of the panels from this one leaves nothing. Groups on no axis also count where
 * they are hidden, once these panels together have as many people of them, and others, as one report must have.
 */
export function poolReports(panels: readonly PooledPanel[]): PooledReport {
  const pools = groupsOf(panels).map((group) => poolOf(group, panels));
  const family = pools.filter(({ all }) => all.n1 >= SUFFICIENT);
  const adjusted = holm(family.map(({ stratified }) => stratified.p));
  const groups = pools.map((pool) => ({
    id: pool.group.id,
    title: pool.group.title,
    figures: discloseIf(pool.isShown, () => figuresOf(pool, adjusted[family.indexOf(pool)] ?? 1)),
  }));

  return {
    method: METHOD,
    panels: panels.length,
    headline: pooledHeadline(groups, panels.length),
    groups,
  };
}

function pooledHeadline(groups: readonly OfGroup<PooledFigures>[], count: number): PooledHeadline {
  const concerns = groups.flatMap(({ figures }) =>
    !figures.hidden && figures.value.flag === 'concern' ? [figures.value.panels] : [],
  );
  const panels = Math.min(count, ...concerns);
  return { declines: declinesOf(groups), panels, isEnough: panels >= ENOUGH };
}

interface Pool {
  readonly group: GroupPart;
  readonly tables: readonly Table[];
  readonly all: Table;
  readonly stratified: Stratified;
  readonly isShown: boolean;
}

/** By their latest title; what was sensitive once stays so. */
function groupsOf(panels: readonly PooledPanel[]): readonly GroupPart[] {
  const groups = new Map<string, GroupPart>();
  for (const group of panels.flatMap(({ part }) => part)) {
    const sensitive = group.sensitive || groups.get(group.id)?.sensitive === true;
    groups.set(group.id, { ...group, sensitive });
  }
  return [...groups.values()];
}

function poolOf(group: GroupPart, panels: readonly PooledPanel[]): Pool {
  const shown = panels.flatMap(({ part }) => part.find(({ id }) => id === group.id)?.table ?? []);
  const small = smallTables(group, panels);
  const tables = [...shown, ...small].filter(({ n1, n2 }) => n1 > 0 && n2 > 0);
  return {
    group,
    tables,
    all: tables.reduce(added, { a: 0, n1: 0, b: 0, n2: 0 }),
    stratified: mantelHaenszel(tables),
    isShown: shown.length + small.length > 0,
  };
}

/** Somebody who was in several of these panels is one person. */
function smallTables({ id, sensitive }: GroupPart, panels: readonly PooledPanel[]): readonly Table[] {
  const found = panels.flatMap(({ small }) => small.get(id) ?? []);
  const kMin = sensitive ? K_MIN.sensitive : K_MIN.plain;
  const persons = (side: 'members' | 'others') => new Set(found.flatMap((one) => [...one[side]])).size;
  return persons('members') >= kMin && persons('others') >= kMin ? found.map(({ table }) => table) : [];
}

function figuresOf({ tables, all, stratified }: Pool, adjusted: number): PooledFigures {
  const { rr, interval, p } = stratified;
  const flag = flagOf({ table: all, rr, midP: p, holm: adjusted });
  return {
    panels: tables.length,
    decisions: all.n1,
    declined: percentOf(all.a, all.n1, K_MIN.plain),
    flag: flag === 'watch' ? 'none' : flag,
    ratio: flag === 'insufficient' || Number.isNaN(rr) ? null : ratioOf(rr, interval),
    p: rounded(p, 4),
    holm: rounded(adjusted, 4),
  };
}

function added(sum: Table, one: Table): Table {
  return { a: sum.a + one.a, n1: sum.n1 + one.n1, b: sum.b + one.b, n2: sum.n2 + one.n2 };
}
