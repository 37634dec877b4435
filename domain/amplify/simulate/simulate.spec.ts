import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { chanceFrom, countWithMean } from './chance.js';
import { averageOf, type RuleName, type Scenario, simulate } from './index.js';
import { worstOwed } from './testing/backlog.js';

/** 36 turns of the floor in 90 minutes, and a desk of three with 330 decisions. */
const floor = JSON.parse(readFileSync('docs/simulation-example.json', 'utf8')) as Scenario;
const review: Scenario = { ...floor, participants: 260, capacity: 110, moderators: 3 };
const falselyClaiming = { people: 60, itemsEach: 1, at: 0, claims: ['Africa', 'least developed', 'women'] };

describe('a panel as it can be expected', () => {
  it('[Q40] on the floor groups have their floors and nearly half of those who ask are heard', () => {
    const { amplify, arrival } = mean(floor, 300);
    expect(amplify.shortfall).toBeLessThanOrEqual(0.06);
    expect(amplify.heard).toBeGreaterThanOrEqual(0.45);
    expect(arrival.shortfall).toBeGreaterThan(0.15);
    expect(arrival.heard).toBeLessThan(amplify.heard);
  });

  it('[Q40] at the desk nearly everybody is read', () => {
    const { amplify, leastHeard } = mean(review, 25);
    expect(amplify.shortfall).toBeLessThanOrEqual(0.05);
    expect(amplify.heard).toBeGreaterThanOrEqual(0.92);
    // The price: against the least heard first, some wait longer for their first turn.
    expect(amplify.p90Wait).toBeGreaterThan(leastHeard.p90Wait);
  });

  it('[Q40] somebody with sixty items has the turns of one person', () => {
    const { amplify, arrival } = mean({ ...floor, attack: { people: 1, itemsEach: 60, at: 0 } }, 60);
    expect(amplify.attack).toBeLessThanOrEqual(0.05);
    expect(arrival.attack).toBeGreaterThan(0.9);
  });

  it('[Q40] sixty people who falsely claim three groups take nothing from them', () => {
    expect(mean({ ...floor, attack: falselyClaiming }, 60).amplify.shortfall).toBeLessThanOrEqual(0.12);
    expect(mean({ ...review, attack: falselyClaiming }, 15).amplify.shortfall).toBeLessThanOrEqual(0.07);
  });

  it('[Q40] the groups have their floors though the chair gives away one turn in five', () => {
    expect(mean({ ...floor, overrides: 0.2 }, 100).amplify.shortfall).toBeLessThanOrEqual(0.07);
  });

  it('[Q25] where people of every kind always wait, no group is ever owed more than two turns', () => {
    for (let seed = 1; seed <= 40; seed++) expect(worstOwed(seed, { turns: 2_000 })).toBeLessThanOrEqual(2);
  });

  it('[Q40] is the same for the same seed', () => {
    expect(simulate(floor, 7)).toEqual(simulate(floor, 7));
    expect(simulate(floor, 7)).not.toEqual(simulate(floor, 8));
  });
});

describe('chance', () => {
  it('[Q40] counts have the mean they are asked for', () => {
    const chance = chanceFrom(1);
    const counts = Array.from({ length: 20_000 }, () => countWithMean(2.5, chance));
    expect(counts.reduce((sum, one) => sum + one, 0) / counts.length).toBeCloseTo(2.5, 1);
    expect(Math.min(...counts)).toBe(1);
    expect(countWithMean(1, chance)).toBe(1);
  });
});

function mean(scenario: Scenario, seeds: number) {
  const outcomes = averageOf(Array.from({ length: seeds }, (_, i) => simulate(scenario, i + 1)));
  return Object.fromEntries(outcomes.map((outcome) => [outcome.rule, outcome])) as Record<
    RuleName,
    (typeof outcomes)[number]
  >;
}
