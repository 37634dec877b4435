import { describe, it } from '@jest/globals';
import { given, NOON, type Told } from '../../testing/given.js';
import { decided, inReview, panelClosed, panelOpened, published, submitted } from '../../testing/facts.js';
import { moderator, otherModerator } from '../../testing/people.js';
import { LEASE_MS } from '../limits.js';

const until = NOON + LEASE_MS;
const takeNext = { type: 'takeNext' } as const;
const take = { type: 'take', contributionId: 'c1' } as const;

describe('taking the next item', () => {
  it('[M2] hands out what waits, under a lease', () => {
    given(panelOpened, submitted('c1'))
      .when(moderator, takeNext)
      .then({ type: 'Taken', contributionId: 'c1', by: 'moderator', until })
      .answers({ contributionId: 'c1' });
  });

  it('[M2] hands out what is published already and still to be read', () => {
    given(panelOpened, inReview('c1'))
      .when(moderator, takeNext)
      .then({ type: 'Taken', contributionId: 'c1', by: 'moderator', until });
  });

  it('[M2] gives a moderator the item they hold already, and no second one', () => {
    given(panelOpened, submitted('c1', { by: 'ana' }), submitted('c2', { by: 'ben' }))
      .held('c2')
      .when(moderator, takeNext)
      .then()
      .answers({ contributionId: 'c2' });
  });

  it('[M2] leaves to another what they hold, until their lease runs out', () => {
    const held = given(panelOpened, submitted('c1')).held('c1', 'other-moderator');
    held
      .later(LEASE_MS - 1)
      .when(moderator, takeNext)
      .then()
      .answers({ contributionId: null });
    held.later(LEASE_MS).when(moderator, takeNext).answers({ contributionId: 'c1' });
  });

  it('[M4] never hands a moderator their own', () => {
    given(panelOpened, submitted('c1', { by: 'moderator' }))
      .when(moderator, takeNext)
      .then()
      .answers({ contributionId: null });
  });

  it('[M2] says when nothing waits', () => {
    given(panelOpened, published('c1')).when(moderator, takeNext).then().answers({ contributionId: null });
  });

  it('[M3] goes on after the close, until the queue is empty', () => {
    given(panelOpened, submitted('c1'), panelClosed).when(moderator, takeNext).answers({ contributionId: 'c1' });
  });
});

describe('taking one item', () => {
  it('[M2] takes it when it is free', () => {
    given(panelOpened, submitted('c1'))
      .when(moderator, take)
      .then({ type: 'Taken', contributionId: 'c1', by: 'moderator', until });
    given(panelOpened, submitted('c1'))
      .held('c1', 'other-moderator')
      .later(LEASE_MS)
      .when(moderator, take)
      .then({ type: 'Taken', contributionId: 'c1', by: 'moderator', until: until + LEASE_MS });
  });

  it('[M2] is refused while somebody holds it', () => {
    given(panelOpened, submitted('c1')).held('c1', 'other-moderator').when(moderator, take).refuses('held-by-another');
    given(panelOpened, submitted('c1')).held('c1').when(moderator, take).refuses('already-so');
  });

  it('[M4] is refused to its author', () => {
    given(panelOpened, submitted('c1', { by: 'moderator' }))
      .when(moderator, take)
      .refuses('own-contribution');
  });
});

describe('holding an item', () => {
  it('[M2] is prolonged by whoever holds it', () => {
    given(panelOpened, submitted('c1'))
      .held('c1')
      .later(60_000)
      .when(moderator, { type: 'renewLease', contributionId: 'c1' })
      .then({ type: 'LeaseRenewed', contributionId: 'c1', until: until + 60_000 });
  });

  it('[M2] is given up by whoever holds it', () => {
    given(panelOpened, submitted('c1'))
      .held('c1')
      .when(moderator, { type: 'release', contributionId: 'c1' })
      .then({ type: 'Released', contributionId: 'c1' })
      .after.when(otherModerator, take)
      .then({ type: 'Taken', contributionId: 'c1', by: 'other-moderator', until });
  });
});

describe('what only the holder may do', () => {
  const holders: readonly Told[] = [
    { type: 'renewLease', contributionId: 'c1' },
    { type: 'release', contributionId: 'c1' },
    { type: 'publish', contributionId: 'c1' },
    { type: 'decline', contributionId: 'c1', ruleId: 'on-topic' },
    { type: 'askToRevise', contributionId: 'c1', note: 'Which well?' },
  ];

  it.each(holders)('[M3] is to $type', (intent) => {
    const panel = given(panelOpened, submitted('c1'));
    panel.when(moderator, intent).refuses('not-held');
    panel.held('c1', 'other-moderator').when(moderator, intent).refuses('held-by-another');
    panel.held('c1').later(LEASE_MS).when(moderator, intent).refuses('not-held');
    panel
      .held('c1')
      .later(LEASE_MS - 1)
      .when(moderator, intent)
      .answers({});
  });

  it.each([...holders, take])('[M3] is to $type only what is still to be decided', (intent) => {
    given(panelOpened).when(moderator, intent).refuses('no-such-contribution');
    given(panelOpened, published('c1')).when(moderator, intent).refuses('already-decided');
    given(panelOpened, submitted('c1'), decided('c1', 'revise')).when(moderator, intent).refuses('already-decided');
    given(panelOpened, submitted('c1'), { type: 'Withdrawn', contributionId: 'c1' })
      .when(moderator, intent)
      .refuses('not-pending');
  });

  it.each(holders)('[M4] is not for the author to $type', (intent) => {
    given(panelOpened, submitted('c1', { by: 'moderator' }))
      .held('c1')
      .when(moderator, intent)
      .refuses('own-contribution');
  });
});
