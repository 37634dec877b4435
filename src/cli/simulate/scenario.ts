import type { Attack, ExpectedGroup, Scenario } from '../../../domain/amplify/simulate/index.js';

type Fields = Readonly<Record<string, unknown>>;

const MOST = 10_000;

/** @throws Error with one sentence that names the field at fault. */
export function scenarioIn(value: unknown): Scenario {
  const panel = new Reading(value, 'the panel');
  const scenario = {
    minutes: panel.number('minutes', 1, MOST),
    participants: panel.number('participants', 1, MOST),
    capacity: panel.number('capacity', 1, MOST),
    moderators: panel.number('moderators', 1, 100, 1),
    items: panel.number('items', 1, 100, 1.5),
    overrides: panel.number('overrides', 0, 1, 0),
    groups: panel.list('groups').map((group, i) => groupIn(new Reading(group, `group ${i + 1}`))),
  };
  const attack = panel.optional('attack');
  panel.nothingElse();
  return attack === undefined ? scenario : { ...scenario, attack: attackIn(new Reading(attack, 'the attack')) };
}

function groupIn(group: Reading): ExpectedGroup {
  const read = {
    id: group.text('id'),
    floor: group.number('floor', 0.01, 0.9),
    share: group.number('share', 0, 1),
    later: group.number('later', 0, MOST, 0),
    ...(group.optional('axis') !== undefined && { axis: group.text('axis') }),
    ...(group.optional('items') !== undefined && { items: group.number('items', 1, 100) }),
  };
  group.nothingElse();
  return read;
}

function attackIn(attack: Reading): Attack {
  const read = {
    people: attack.number('people', 1, MOST),
    itemsEach: attack.number('itemsEach', 1, MOST),
    at: attack.number('at', 0, MOST, 0),
    claims: attack.optional('claims') === undefined ? [] : attack.list('claims').map(String),
  };
  attack.nothingElse();
  return read;
}

/** An object whose fields are asked for by name; what is missing, wrong or never asked for is refused. */
class Reading {
  private readonly fields: Fields;
  private readonly asked = new Set<string>();

  constructor(
    value: unknown,
    private readonly what: string,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${what} is no object.`);
    this.fields = value as Fields;
  }

  optional(name: string): unknown {
    this.asked.add(name);
    return this.fields[name];
  }

  number(name: string, least: number, most: number, otherwise?: number): number {
    const value = this.optional(name) ?? otherwise;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    throw new Error(`${name} of ${this.what} must be a number from ${least} to ${most}.`);
  }

  text(name: string): string {
    const value = this.optional(name);
    if (typeof value === 'string' && value !== '') return value;
    throw new Error(`${name} of ${this.what} must be a text.`);
  }

  list(name: string): readonly unknown[] {
    const value = this.optional(name);
    if (Array.isArray(value)) return value;
    throw new Error(`${name} of ${this.what} must be a list.`);
  }

  nothingElse(): void {
    const unknown = Object.keys(this.fields).find((name) => !this.asked.has(name));
    if (unknown === undefined) return;
    throw new Error(`${this.what} has a field ${JSON.stringify(unknown)} that means nothing.`);
  }
}
