import { describe, expect, it } from '@jest/globals';

import { panelOf, published } from '../../../../domain/testing/entries.js';
import { nextToVote } from './voting.js';

const nothing = () => false;

describe('voting where the server cannot be asked', () => {
  const { record } = panelOf(published('c1'), published('c2'), published('c3'), {
    type: 'Tallied',
    tallies: [{ contributionId: 'c1', agree: 2, pass: 0, disagree: 1 }],
  });

  it('[S43] goes on with what is at hand: what fewest voted on first, then what is there longest', () => {
    const { contributions } = record;
    expect(nextToVote(contributions.values(), nothing)?.id).toBe('c2');
    expect(nextToVote(contributions.values(), (id) => id === 'c2')?.id).toBe('c3');
    expect(nextToVote(contributions.values(), (id) => id !== 'c1')?.id).toBe('c1');
    expect(nextToVote(contributions.values(), () => true)).toBeNull();
  });
});
