import { describe, expect, it } from '@jest/globals';
import { decided, offTopic, panelOpened, submitted } from '../../testing/facts.js';
import { given, type Given } from '../../testing/given.js';
import { host, moderator, otherModerator, participant } from '../../testing/people.js';
import type { PanelEvent } from '../events.js';
import { UNDO_MS } from '../limits.js';
import { deskView, mineView } from '../visibility.js';

const on: PanelEvent = { type: 'TreatmentSet', secondLook: 'on', differ: 'publish', screening: [] };
const turnDown = {
  type: 'reverseDecision',
  contributionId: 'c1',
  verdict: 'decline',
  ruleId: offTopic.id,
  note: 'It is not',
} as const;
const looked = {
  type: 'Looked',
  contributionId: 'c1',
  by: 'moderator',
  verdict: 'decline',
  rule: offTopic,
  body: { note: 'It is not' },
} as const;
const next = { type: 'takeNext' } as const;
const decline = { type: 'decline', contributionId: 'c1', ruleId: offTopic.id } as const;
const undo = { type: 'undoDecision', contributionId: 'c1' } as const;

const revising = given(panelOpened, on, submitted('c1'), decided('c1', 'revise'));
const once = revising.and(looked);

describe('declining what was sent back to its author', () => {
  it('[M54] is one look of two, and its author may still send it again', () => {
    revising.when(moderator, turnDown).then(looked);
    expect(mine(once)).toMatchObject({ standing: 'revise', secondLook: true, statement: { verdict: 'revise' } });
    once.when(participant, { type: 'resubmit', contributionId: 'c1', text: 'Which well?' }).answers({
      contributionId: 'c1',
      standing: 'waiting',
    });
  });

  it('[M54] takes effect when a second moderator declines, at the desk or by a reversal', () => {
    once.when(moderator, turnDown).refuses('already-so');
    once.when(moderator, next).answers({ contributionId: null });
    once.when(otherModerator, next).answers({ contributionId: 'c1' });
    once.held('c1', 'other-moderator').when(otherModerator, decline).then(decidedBy('other-moderator', 'decline'));
    once.when(otherModerator, turnDown).then({
      ...{ type: 'DecisionReversed', contributionId: 'c1', by: 'other-moderator', verdict: 'decline', rule: offTopic },
      body: { note: 'It is not' },
    });
  });

  it('[M54] comes to nothing where the second asks to revise or publishes, or it comes back', () => {
    const held = once.held('c1', 'other-moderator');
    const again = held.when(otherModerator, { type: 'askToRevise', contributionId: 'c1', note: 'Which one?' }).after;
    const sent = once.when(participant, { type: 'resubmit', contributionId: 'c1', text: 'Which well?' }).after;
    const out = held.when(otherModerator, { type: 'publish', contributionId: 'c1' }).after;
    for (const after of [again, sent, out]) expect(after.panel.docket.looksDue.size).toBe(0);
  });

  it('[M54] is undone by whoever looked, and shown to them so', () => {
    const { recent } = deskView('panel', once.panel, {
      seat: 'moderator',
      at: once.at,
      revision: 1,
      nameOf: (by) => by,
    });
    expect(recent).toMatchObject([{ verdict: 'decline', undoUntil: once.at + UNDO_MS, awaitsSecond: true }]);
    const back = once
      .when(moderator, undo)
      .then({ type: 'DecisionUndone', contributionId: 'c1', by: 'moderator' }).after;
    expect(mine(back)).toMatchObject({ standing: 'revise', secondLook: false });
    back.when(host, next).answers({ contributionId: null });
  });

  it('[M54] holds at once where second looks are off', () => {
    given(panelOpened, submitted('c1'), decided('c1', 'revise'))
      .when(moderator, turnDown)
      .then({
        ...{ type: 'DecisionReversed', contributionId: 'c1', by: 'moderator', verdict: 'decline', rule: offTopic },
        body: { note: 'It is not' },
      });
  });
});

function decidedBy(by: string, verdict: 'decline'): PanelEvent {
  return { type: 'Decided', contributionId: 'c1', by, verdict, rule: offTopic, body: null };
}

function mine({ panel, queues }: Given) {
  return mineView('panel', panel, 'participant', { votes: {}, review: queues.review }).items[0];
}
