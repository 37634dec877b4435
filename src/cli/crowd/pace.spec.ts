import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Polis, readPolis } from '../polis/read.js';
import { type Cue, scriptOf } from './pace.js';

describe('the pace of a crowd', () => {
  let polis: Polis;

  beforeAll(async () => {
    polis = await readPolis(join('test', 'fixtures', 'polis', 'village-well'));
  });

  it('[T14] is so many times faster, without long silences', () => {
    const slow = scriptOf(polis, 20_000).map(({ after }) => after);
    const once = scriptOf(polis, 1).map(({ after }) => after);

    expect(slow[0]).toBe(0);
    expect(slow.at(-1)).toBeCloseTo((polis.lastAt - polis.firstAt) / 20_000);
    expect(Math.max(...once.map((after, i) => after - (once[i - 1] ?? 0)))).toBe(250);
    expect(scriptOf(polis, 'max').every(({ after }) => after === 0)).toBe(true);
  });

  it('[T14] keeps what people did in order, and a vote after what it is about', () => {
    const cues = scriptOf(polis, 1).map(({ cue }) => cue);
    const spoken = (cue: Cue) => cue.type === 'speak' && cue.comment.id;

    expect(cues).toHaveLength(8 + 21);
    for (const [index, cue] of cues.entries()) {
      if (cue.type !== 'vote' || cue.vote.comment === 99) continue;
      expect(cues.findIndex((other) => spoken(other) === cue.vote.comment)).toBeLessThan(index);
    }
    const ofThree = cues.filter((cue) => cue.type === 'vote' && cue.vote.comment === 3 && cue.person === 3);
    expect(ofThree.map((cue) => (cue.type === 'vote' ? cue.vote.vote : null))).toEqual([-1, 1, 0]);
  });
});
