import { describe, expect, it } from '@jest/globals';
import { given, NOON, type Told } from '../../testing/given.js';
import { decided, inReview, panelClosed, panelOpened, published, submitted } from '../../testing/facts.js';
import { host, moderator, otherModerator } from '../../testing/people.js';
import { ESCALATION_MS, LEASE_MS, NOTE_MAX } from '../limits.js';

const until = NOON + LEASE_MS;
const takeNext = { type: 'takeNext' } as const;
const take = { type: 'take', contributionId: 'c1' } as const;
const byTurn = { lane: 'equity', place: 1, cost: 1000 } as const;
const byName = { lane: 'override', place: 1, cost: 1000 } as const;

describe('taking the next item', () => {
  it('[M2] hands out what waits, under a lease', () => {
    given(panelOpened, submitted('c1'))
      .when(moderator, takeNext)
      .then({ type: 'Taken', contributionId: 'c1', by: 'moderator', until, ...byTurn })
      .answers({ contributionId: 'c1' });
  });

  it('[M2] hands out what is published already and still to be read', () => {
    given(panelOpened, inReview('c1'))
      .when(moderator, takeNext)
      .then({ type: 'Taken', contributionId: 'c1', by: 'moderator', until, ...byTurn });
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

describe('passing items over', () => {
  const panel = given(panelOpened, submitted('c1', { by: 'ana' }), submitted('c2', { by: 'ben' }));
  const passing = (...ids: string[]): Told => ({ type: 'takeNext', passing: ids });
  const taken = (contributionId: string, place = 1) =>
    ({ type: 'Taken', contributionId, by: 'moderator', until, ...byTurn, place }) as const;

  it('[M14] hands out what comes behind them', () => {
    panel.when(moderator, passing('c1')).then(taken('c2')).answers({ contributionId: 'c2' });
    panel.when(moderator, passing('c1', 'c2')).then().answers({ contributionId: null });
  });

  it('[M14] gives back the one that is held, in the same decision', () => {
    panel
      .held('c1')
      .when(moderator, passing('c1'))
      .then({ type: 'Released', contributionId: 'c1' }, taken('c2'))
      .answers({ contributionId: 'c2' });
    panel
      .held('c1')
      .when(moderator, passing('c1', 'c2'))
      .then({ type: 'Released', contributionId: 'c1' })
      .answers({ contributionId: null });
  });

  it('[M14] leaves alone what is held and not passed over, and what others hold', () => {
    panel.held('c1').when(moderator, passing('c2')).then().answers({ contributionId: 'c1' });
    panel.held('c1', 'other-moderator').when(moderator, passing('c1')).then(taken('c2'));
  });

  it('[Q8] changes nothing of their place', () => {
    panel.held('c1').when(moderator, passing('c1')).after.when(otherModerator, takeNext).answers({
      contributionId: 'c1',
    });
  });
});

describe('handing an item on', () => {
  const escalate = { type: 'escalate', contributionId: 'c1', note: 'Is this a threat?' } as const;
  const handedOn = { type: 'Escalated', contributionId: 'c1', by: 'moderator', body: { note: escalate.note } } as const;
  const held = given(panelOpened, submitted('c1')).held('c1');

  it('[M13] gives it back with a note, to go on waiting', () => {
    const { after } = held.when(moderator, escalate).then(handedOn);
    expect(after.panel.docket.items.get('c1')).toMatchObject({ standing: 'waiting', lease: null });
  });

  it.each(['', ' \n', 'x'.repeat(NOTE_MAX + 1)])('[M13] wants a note that can be shown: not %j', (note) => {
    held.when(moderator, { ...escalate, note }).refuses('bad-text', { field: 'note' });
  });

  it('[M13] is done once', () => {
    const { after } = held.when(moderator, escalate);
    after.held('c1', 'other-moderator').when(otherModerator, escalate).refuses('already-so');
  });

  it('[Q7] brings it to a host, or to a moderator when no host came', () => {
    const { after } = held.when(moderator, escalate);
    after.when(host, takeNext).answers({ contributionId: 'c1' });
    after.when(otherModerator, takeNext).answers({ contributionId: null });
    after.later(ESCALATION_MS).when(otherModerator, takeNext).answers({ contributionId: 'c1' });
    after.later(ESCALATION_MS).when(moderator, takeNext).answers({ contributionId: null });
  });

  it('[M13] leaves it open to be taken by name, by whoever handed it on too', () => {
    held.when(moderator, escalate).after.when(moderator, take).answers({});
  });

  it('[M13] ends with a decision, and comes back where that is undone', () => {
    const decidedOn = held
      .when(moderator, escalate)
      .after.held('c1', 'host')
      .when(host, { type: 'decline', contributionId: 'c1', ruleId: 'on-topic' }).after;
    decidedOn.later(ESCALATION_MS).when(otherModerator, takeNext).answers({ contributionId: null });
    decidedOn
      .when(host, { type: 'undoDecision', contributionId: 'c1' })
      .after.when(otherModerator, takeNext)
      .answers({ contributionId: null });
  });
});

describe('taking one item', () => {
  it('[M2] takes it when it is free', () => {
    given(panelOpened, submitted('c1'))
      .when(moderator, take)
      .then({ type: 'Taken', contributionId: 'c1', by: 'moderator', until, ...byName });
    given(panelOpened, submitted('c1'))
      .held('c1', 'other-moderator')
      .later(LEASE_MS)
      .when(moderator, take)
      .then({ type: 'Taken', contributionId: 'c1', by: 'moderator', until: until + LEASE_MS, ...byName });
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
      .then({ type: 'Taken', contributionId: 'c1', by: 'other-moderator', until, ...byName });
  });
});

describe('what only the holder may do', () => {
  const holders: readonly Told[] = [
    { type: 'renewLease', contributionId: 'c1' },
    { type: 'release', contributionId: 'c1' },
    { type: 'publish', contributionId: 'c1' },
    { type: 'decline', contributionId: 'c1', ruleId: 'on-topic' },
    { type: 'askToRevise', contributionId: 'c1', note: 'Which well?' },
    { type: 'escalate', contributionId: 'c1', note: 'Is this a threat?' },
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
