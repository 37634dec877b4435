import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.js';
import { host } from '../testing/people.js';
import { HOUSE_RULES } from './house-rules.js';

describe('the default house rules', () => {
  it('[H5] keep their ids for ever, for decisions name them', () => {
    expect(HOUSE_RULES.map(({ id }) => id)).toEqual([
      'on-topic',
      'no-personal-attacks',
      'no-hate',
      'private-data',
      'no-deception',
      'no-repetition',
      'no-endangering',
    ]);
  });

  it('[H5] are accepted as a panel’s own', () => {
    given().when(host, { type: 'draftPanel', forumId: 'forum', title: 'Water', rules: HOUSE_RULES }).answers({});
  });
});
