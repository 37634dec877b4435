import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { simulate } from '../../../domain/amplify/simulate/index.js';
import { pictureOf } from './picture.js';
import { scenarioIn } from './scenario.js';

const example = JSON.parse(readFileSync('docs/simulation-example.json', 'utf8')) as Record<string, unknown>;
const group = { id: 'women', floor: 0.4, share: 0.4 };

describe('npm run simulate', () => {
  it('[Q40] reads the example and draws what each rule makes of it', () => {
    const scenario = scenarioIn(example);
    const picture = pictureOf(scenario, { panels: 1, outcomes: simulate(scenario, 1) });

    expect(picture).toMatch(/^75 people ask, there are 36 turns in 90 minutes/);
    for (const { id } of scenario.groups) expect(picture).toContain(`${id}: floor `);
    expect(picture.match(/Amplify queue/g)).toHaveLength(3 + scenario.groups.length);
  });

  it('[Q40] shows what those who act together take where there are any', () => {
    const scenario = scenarioIn({ ...example, attack: { people: 1, itemsEach: 60 } });
    const picture = pictureOf(scenario, { panels: 1, outcomes: simulate(scenario, 1) });
    expect(picture).toContain('Turns of those who act together');
  });

  it.each([
    [[], 'the panel is no object.'],
    [{ ...example, minutes: 0 }, 'minutes of the panel must be a number from 1 to 10000.'],
    [{ ...example, rooms: 1 }, 'the panel has a field "rooms" that means nothing.'],
    [{ ...example, groups: {} }, 'groups of the panel must be a list.'],
    [{ ...example, groups: [{ ...group, floor: 2 }] }, 'floor of group 1 must be a number from 0.01 to 0.9.'],
    [{ ...example, groups: [{ ...group, id: '' }] }, 'id of group 1 must be a text.'],
    [{ ...example, attack: { people: 1 } }, 'itemsEach of the attack must be a number from 1 to 10000.'],
  ])('[Q40] names the field at fault: %#', (scenario, sentence) => {
    expect(() => scenarioIn(scenario)).toThrow(sentence);
  });
});
