import { DEFAULT_RULE, type QueueRule } from '../queue/rule.js';
import { WHOLE } from '../queue/units.js';
import type { Chance } from './chance.js';
import type { Arrival } from './crowd.js';
import { orderBy, type RuleName } from './orders.js';
import type { Service } from './outcome.js';
import type { Scenario } from './scenario.js';

interface Panel {
  readonly scenario: Scenario;
  readonly arrivals: readonly Arrival[];
  readonly chance: Chance;
}

const MINUTE_MS = 60_000;

/** One turn after the other, as long as there is room; a turn that nobody waits for is lost. */
export function servedBy(name: RuleName, { scenario, arrivals, chance }: Panel): readonly Service[] {
  const { minutes, capacity, moderators, overrides = 0 } = scenario;
  const turns = Math.floor(capacity * moderators);
  const order = orderBy(name, ruleFor(scenario));
  const byItem = new Map(arrivals.map((arrival) => [arrival.item, arrival]));
  const waiting = new Set<Arrival>();
  const services: Service[] = [];
  let arrived = 0;

  for (let turn = 0; turn < turns; turn++) {
    const minute = (minutes * turn) / turns;
    for (let next = arrivals[arrived]; next && next.minute <= minute; next = arrivals[++arrived]) {
      order.submit(next, next.minute * MINUTE_MS);
      waiting.add(next);
    }
    const taken = chance() < overrides ? anyOf(waiting, chance) : undefined;
    if (taken) order.take(taken, minute * MINUTE_MS);
    const arrival = taken ?? byItem.get(order.next(minute * MINUTE_MS)?.item ?? '');
    if (!arrival) continue;
    waiting.delete(arrival);
    services.push({ arrival, minute });
  }
  return services;
}

/** The queue as an organiser of this panel would set it up. */
function ruleFor({ groups }: Scenario): QueueRule {
  return { ...DEFAULT_RULE, groups: groups.map(({ id, floor }) => ({ id, floor: Math.round(floor * WHOLE) })) };
}

function anyOf(waiting: ReadonlySet<Arrival>, chance: Chance): Arrival | undefined {
  return [...waiting][Math.floor(chance() * waiting.size)];
}
