import { describe, it } from '@jest/globals';
import type { GroupTerms } from '../events.js';
import { DEFAULT_TERMS } from '../queues/terms.js';
import { submitted } from '../../testing/entries.js';
import { panelDrafted } from '../../testing/facts.js';
import { given } from '../../testing/given.js';
import { host, moderator } from '../../testing/people.js';

const LANDLOCKED: GroupTerms = {
  id: 'lldc',
  title: 'Landlocked states',
  floor: 2500,
  axis: null,
  sensitive: false,
  source: null,
};

describe('the rule of the queue', () => {
  it('[Q20] is set with the groups that have a guaranteed share; what is not named stays', () => {
    given(panelDrafted)
      .when(host, { type: 'setQueue', every: 0, groups: [LANDLOCKED] })
      .then({ type: 'QueueSet', terms: { ...DEFAULT_TERMS, every: null }, groups: [LANDLOCKED] })
      .after.when(host, { type: 'setQueue', every: 3 })
      .then({ type: 'QueueSet', terms: { ...DEFAULT_TERMS, every: 3 }, groups: [LANDLOCKED] });
  });

  it('[Q20] stands as soon as somebody waits under it', () => {
    given(panelDrafted, { type: 'PanelOpened' }, submitted('c1'))
      .when(host, { type: 'setQueue', groups: [LANDLOCKED] })
      .refuses('queue-in-use');
  });

  it('[Q20] is the business of those who host', () => {
    given(panelDrafted)
      .when(moderator, { type: 'setQueue', groups: [LANDLOCKED] })
      .refuses('not-allowed');
  });

  it.each([
    ['a share below 1 %', { floor: 99 }],
    ['a share above 90 %', { floor: 9001 }],
    ['an id that is none', { id: 'Land locked' }],
  ])('[Q20] takes no %s', (_what, fault) => {
    given(panelDrafted)
      .when(host, { type: 'setQueue', groups: [{ ...LANDLOCKED, ...fault }] })
      .refuses('bad-request');
  });

  it.each([
    ['a title of two lines', { title: 'Landlocked\nstates' }],
    ['an axis that cannot be stored', { axis: 'by\0coast' }],
    ['a source that cannot be stored', { source: '\ud800' }],
  ])('[Q20] takes no %s', (_what, text) => {
    given(panelDrafted)
      .when(host, { type: 'setQueue', groups: [{ ...LANDLOCKED, ...text }] })
      .refuses('bad-text');
  });

  it('[Q20] that is so already changes nothing', () => {
    given(panelDrafted).when(host, { type: 'setQueue', every: 4 }).refuses('already-so');
  });
});
