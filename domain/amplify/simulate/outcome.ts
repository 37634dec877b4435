import type { Arrival } from './crowd.js';
import type { RuleName } from './orders.js';
import type { Scenario } from './scenario.js';

export interface GroupOutcome {
  readonly id: string;
  readonly floor: number;
  /** The part of the turns that was for it. */
  readonly share: number;
  /** How far that stays below the floor, or below what it asked for where that is less. */
  readonly shortfall: number;
}

/** What one panel gave under one rule. Parts are 0 to 1, times minutes; an attack is counted as `attack` alone. */
export interface RuleOutcome {
  readonly rule: RuleName;
  /** Of the worst-off group. */
  readonly shortfall: number;
  readonly groups: readonly GroupOutcome[];
  /** People who had a turn ÷ people who asked. */
  readonly heard: number;
  /** Of those heard, from asking to their first turn. */
  readonly medianWait: number;
  readonly p90Wait: number;
  /** The most that one person had of all turns. */
  readonly top: number;
  /** What those who act together had of all turns. */
  readonly attack: number;
}

export interface Service {
  readonly arrival: Arrival;
  readonly minute: number;
}

export interface Course {
  readonly arrivals: readonly Arrival[];
  readonly services: readonly Service[];
}

export function outcomeOf(rule: RuleName, scenario: Scenario, { arrivals, services }: Course): RuleOutcome {
  const turns = Math.max(1, services.length);
  const groups = scenario.groups.map(({ id, floor }) => {
    const share = services.filter(({ arrival }) => isOf(arrival, id)).length / turns;
    const asked = arrivals.filter((arrival) => isOf(arrival, id)).length / turns;
    return { id, floor, share, shortfall: Math.max(0, Math.min(floor, asked) - share) };
  });
  const waits = waitsOf(arrivals, services);
  const asking = new Set(arrivals.filter(isHonest).map(({ person }) => person)).size;
  return {
    rule,
    shortfall: Math.max(0, ...groups.map(({ shortfall }) => shortfall)),
    groups,
    heard: asking === 0 ? 1 : waits.length / asking,
    medianWait: quantile(waits, 0.5),
    p90Wait: quantile(waits, 0.9),
    top: mostOfOne(services) / turns,
    attack: services.filter(({ arrival }) => arrival.isAttack).length / turns,
  };
}

/** Only people whom somebody vouches for are of a group. */
function isOf({ claims }: Arrival, group: string): boolean {
  return claims.some((claim) => claim.group === group && claim.attested);
}

function isHonest({ isAttack }: Arrival): boolean {
  return !isAttack;
}

function waitsOf(arrivals: readonly Arrival[], services: readonly Service[]): readonly number[] {
  const asked = new Map<string, number>();
  for (const { person, minute } of arrivals) if (!asked.has(person)) asked.set(person, minute);
  const waits = new Map<string, number>();
  for (const { arrival, minute } of services) {
    if (isHonest(arrival) && !waits.has(arrival.person)) {
      waits.set(arrival.person, minute - (asked.get(arrival.person) ?? minute));
    }
  }
  return [...waits.values()].sort((a, b) => a - b);
}

function mostOfOne(services: readonly Service[]): number {
  const turns = new Map<string, number>();
  for (const { arrival } of services) turns.set(arrival.person, (turns.get(arrival.person) ?? 0) + 1);
  return Math.max(0, ...turns.values());
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
