import { describe, expect, it } from '@jest/globals';
import { PeopleHeard } from './people-heard.js';

const people = Array.from({ length: 30 }, (_, n) => `p${n}`);

/** Twelve of thirty who asked are of `big`, three of `few`, and all but nine of `most`. */
function heardOf(): PeopleHeard {
  const heard = new PeopleHeard();
  people.forEach((person, n) => {
    const groups = [...(n < 12 ? ['big'] : []), ...(n < 3 ? ['few'] : []), ...(n < 21 ? ['most'] : [])];
    heard.ask(
      person,
      groups.map((group) => ({ group, attested: true })),
    );
  });
  return heard;
}

function hear(heard: PeopleHeard, from: number, to: number, turns: number): void {
  const owed = ['big', 'few', 'most'].map((group) => ({ group, turns }));
  for (const person of people.slice(from, to)) heard.hear(person, () => owed);
}

describe('what somebody is told of the groups they count for', () => {
  it('[Q41] is that they count for them, and a number only of ten people and more with as many others', () => {
    const heard = heardOf();
    const told = () => heard.owedTo(['big', 'few', 'most']).map(({ turns }) => turns);
    hear(heard, 0, 9, 1.6);
    expect(told()).toEqual([null, null, null]);
    hear(heard, 9, 10, 1.6);
    expect(told()).toEqual([1.5, null, null]);
  });

  it('[Q41] stays as it was until ten people more have had a turn, and then moves by half turns', () => {
    const heard = heardOf();
    hear(heard, 0, 10, 1.6);
    hear(heard, 10, 19, 0.2);
    expect(heard.owedTo(['big'])).toEqual([{ group: 'big', turns: 1.5 }]);
    hear(heard, 19, 20, 0.7);
    expect(heard.owedTo(['big'])).toEqual([{ group: 'big', turns: 0.5 }]);
    hear(heard, 20, 30, 0.2);
    expect(heard.owedTo(['big'])).toEqual([{ group: 'big', turns: null }]);
  });

  it('[Q41] counts nobody twice who had several turns', () => {
    const heard = heardOf();
    for (let n = 0; n < 20; n++) hear(heard, 0, 9, 2);
    expect(heard.owedTo(['big'])).toEqual([{ group: 'big', turns: null }]);
  });
});
