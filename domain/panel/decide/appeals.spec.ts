import { describe, expect, it } from '@jest/globals';
import {
  decided,
  offTopic,
  panelArchived,
  panelClosed,
  panelOpened,
  panelPaused,
  published,
  redacted,
  submitted,
} from '../../testing/facts.js';
import { given, type Given } from '../../testing/given.js';
import { host, moderator, observer, otherModerator, otherParticipant, participant } from '../../testing/people.js';
import type { PanelEvent } from '../events.js';
import { HOUSE_RULES } from '../house-rules.js';
import { APPEAL_MS } from '../limits.js';
import { deskView, mineView } from '../visibility.js';

const appealIt = { type: 'appeal', contributionId: 'c1', note: 'It was a quotation' } as const;
const appealed: PanelEvent = { type: 'Appealed', contributionId: 'c1', body: { note: 'It was a quotation' } };
const answerIt = {
  type: 'answerAppeal',
  contributionId: 'c1',
  outcome: 'confirmed',
  answer: 'It is no quotation',
} as const;
const answered = {
  type: 'AppealAnswered',
  contributionId: 'c1',
  by: 'other-moderator',
  outcome: 'confirmed',
  rule: offTopic,
  body: { answer: 'It is no quotation' },
} as const;

const declined = given(panelOpened, submitted('c1'), decided('c1', 'decline'));
const waiting = declined.and(appealed);
const held = waiting.held('c1', 'other-moderator');

describe('appealing', () => {
  it('[M30] is open to the author of what a decision restricts, with a word or without', () => {
    declined.when(participant, appealIt).then(appealed);
    declined
      .when(participant, { type: 'appeal', contributionId: 'c1' })
      .then({ ...appealed, body: null } as PanelEvent);
    declined.when({ ...observer, seat: 'participant' }, appealIt).then(appealed);
    given(panelOpened, submitted('c1'), decided('c1', 'revise')).when(participant, appealIt).then(appealed);
    given(panelOpened, published('c1'), redacted('c1')).when(participant, appealIt).then(appealed);
  });

  it('[M30] is refused to others, twice, and where nothing restricts', () => {
    declined.when(otherParticipant, appealIt).refuses('not-yours');
    waiting.when(participant, appealIt).refuses('already-so');
    waiting.and(answered).when(participant, appealIt).refuses('already-so');
    given(panelOpened, published('c1')).when(participant, appealIt).refuses('nothing-to-appeal');
    given(panelOpened, submitted('c1')).when(participant, appealIt).refuses('nothing-to-appeal');
    declined.when(participant, { ...appealIt, note: '\0' }).refuses('bad-text', { field: 'note' });
  });

  it('[M30] can be done again against another decision', () => {
    const again = waiting.and({ ...answered, outcome: 'overturned' }, decided('c1', 'decline', { by: 'host' }));
    again.when(participant, appealIt).then(appealed);
  });

  it('[M30] is possible for 183 days, also after the close and the archive', () => {
    declined.and(panelPaused).when(participant, appealIt).then(appealed);
    const over = declined.and(panelClosed, panelArchived);
    over.later(APPEAL_MS).when(participant, appealIt).then(appealed);
    over
      .later(APPEAL_MS + 1)
      .when(participant, appealIt)
      .refuses('appeal-too-late');
  });
});

describe('who answers an appeal', () => {
  it('[M31] is somebody who neither looked nor decided, and never the author', () => {
    waiting.when(moderator, { type: 'takeNext' }).answers({ contributionId: null });
    waiting.when(moderator, { type: 'take', contributionId: 'c1' }).refuses('involved');
    waiting.when(otherModerator, { type: 'takeNext' }).answers({ contributionId: 'c1' });

    const look = {
      type: 'Looked',
      contributionId: 'c1',
      by: 'other-moderator',
      verdict: 'decline',
      rule: offTopic,
    } as const;
    const twice = given(panelOpened, submitted('c1'), { ...look, body: null }, decided('c1', 'decline'), appealed);
    twice.when(otherModerator, { type: 'takeNext' }).answers({ contributionId: null });
    twice.when(host, { type: 'takeNext' }).answers({ contributionId: 'c1' });

    const own = given(panelOpened, submitted('c1', { by: 'other-moderator' }), decided('c1', 'decline'), appealed);
    own.when(otherModerator, { type: 'takeNext' }).answers({ contributionId: null });
  });

  it('[M31] answers under a lease, and decides in no other way', () => {
    waiting.when(otherModerator, answerIt).refuses('not-held');
    held.when(otherModerator, { type: 'publish', contributionId: 'c1' }).refuses('already-decided');
    const other = given(panelOpened, submitted('c1')).held('c1', 'other-moderator');
    other.when(otherModerator, answerIt).refuses('no-appeal');
  });

  it('[M32] sees the words of the author and the decision, and not whose it was', () => {
    const { held: items } = deskOf(held, 'other-moderator');
    expect(items).toMatchObject([
      {
        contributionId: 'c1',
        appeal: { note: 'It was a quotation', decision: { verdict: 'decline', rule: offTopic, note: '' } },
      },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/"(moderator|participant)"/);
  });
});

describe('the answer', () => {
  it('[M33] is in writing, whatever it is', () => {
    for (const outcome of ['confirmed', 'modified', 'overturned'] as const) {
      held.when(otherModerator, { ...answerIt, outcome, answer: ' ' }).refuses('bad-text', { field: 'answer' });
    }
    held.when(otherModerator, { ...answerIt, ruleId: 'none' }).refuses('no-such-rule');
  });

  it('[M33] confirms, and the decision stands', () => {
    const after = held.when(otherModerator, answerIt).then(answered).after;
    expect(itemOf(after)).toMatchObject({ standing: 'declined', lease: null });
    expect(after.panel.docket.looksDue.size).toBe(0);
    expect([mine(held).mayAppeal, mine(after).mayAppeal, mine(declined).mayAppeal]).toEqual([false, false, true]);
    expect(mine(after).appeal).toEqual({
      at: after.at,
      note: 'It was a quotation',
      lapsed: false,
      answer: { at: after.at, outcome: 'confirmed', stands: false, rule: offTopic, text: 'It is no quotation' },
    });
  });

  it('[M33] changes it into a request to revise, while the panel runs', () => {
    const modified = { ...answered, outcome: 'modified', rule: HOUSE_RULES[1] ?? null } as const;
    const intent = { ...answerIt, outcome: 'modified', ruleId: HOUSE_RULES[1]?.id ?? '' } as const;
    const after = held.when(otherModerator, intent).then(modified).after;
    expect(mine(after)).toMatchObject({
      standing: 'revise',
      statement: { verdict: 'revise', note: 'It is no quotation', rule: HOUSE_RULES[1] },
    });
    after.when(participant, { type: 'resubmit', contributionId: 'c1', text: 'Who, then?' }).answers({
      contributionId: 'c1',
      standing: 'waiting',
    });
  });

  it('[M33] overturns, and it waits again with its old wait and its turn given back', () => {
    const late = waiting.later(60_000).held('c1', 'other-moderator');
    const after = late.when(otherModerator, { ...answerIt, outcome: 'overturned' }).after;
    expect(itemOf(after)).toMatchObject({ standing: 'waiting', readyAt: waiting.at });
    expect(after.queues.review.has('c1', after.at)).toBe(true);
    expect(after.queues.review.isFirst('participant')).toBe(true);
    after.when(moderator, { type: 'takeNext' }).answers({ contributionId: null });
    after.when(host, { type: 'takeNext' }).answers({ contributionId: 'c1' });
  });

  it('[M34] stands and says so where it is too late to act on it', () => {
    const closed = held.and(panelClosed);
    const modified = closed.when(otherModerator, { ...answerIt, outcome: 'modified' });
    modified.then({ ...answered, outcome: 'modified', stands: true });
    closed.when(otherModerator, { ...answerIt, outcome: 'overturned' }).then({ ...answered, outcome: 'overturned' });

    const archived = closed.and(panelArchived);
    const after = archived
      .when(otherModerator, { ...answerIt, outcome: 'overturned' })
      .then({ ...answered, outcome: 'overturned', stands: true }).after;
    expect(mine(after)).toMatchObject({
      standing: 'declined',
      appeal: { answer: { outcome: 'overturned', stands: true } },
    });
    expect(after.queues.review.has('c1', after.at)).toBe(false);
  });

  it('[M34] is all that the desk still does after the archive', () => {
    const archived = declined.and(submitted('c2', { by: 'ana' }), panelClosed, panelArchived);
    archived.when(otherModerator, { type: 'takeNext' }).answers({ contributionId: null });
    archived.when(otherModerator, { type: 'take', contributionId: 'c2' }).refuses('wrong-phase');
    archived.and(appealed).when(otherModerator, { type: 'takeNext' }).answers({ contributionId: 'c1' });
  });
});

function itemOf({ panel }: Given) {
  return panel.docket.items.get('c1');
}

function deskOf({ panel, at }: Given, seat: string) {
  return deskView('panel', panel, { seat, at, revision: 1, nameOf: (by) => by });
}

function mine({ panel, queues }: Given) {
  const [item] = mineView('panel', panel, 'participant', { votes: {}, review: queues.review }).items;
  if (!item) throw new Error('Nothing of the participant’s.');
  return item;
}
