import { describe, expect, it } from '@jest/globals';
import { panelClosed, panelOpened } from '../../testing/facts.js';
import { asked, floorOpened, given as givenFloor } from '../../testing/floor.js';
import { given, NOON } from '../../testing/given.js';
import {
  host,
  interpreter,
  moderator,
  observer,
  otherParticipant,
  panellist,
  participant,
} from '../../testing/people.js';

const open = given(panelOpened, floorOpened);
const waiting = open.and(asked('r1', 'participant'));
const speaking = waiting.and(givenFloor('r1', 'participant'));
const next = { type: 'giveFloor', after: null } as const;
const topic = { type: 'askToSpeak', kind: 'topic' } as const;

describe('the floor', () => {
  it('[F1] is opened and closed by a host, with the length of a turn', () => {
    const set = { type: 'setFloor', open: true, slotSeconds: 90 } as const;
    given(panelOpened).when(host, set).then({ type: 'FloorSet', open: true, slotSeconds: 90 });
    given(panelOpened)
      .when(host, { type: 'setFloor', open: true })
      .then({ type: 'FloorSet', open: true, slotSeconds: 120 });
    given(panelOpened).when(moderator, set).refuses('not-allowed');
    open.when(host, { type: 'setFloor', open: true }).refuses('already-so');
    given(panelOpened)
      .when(host, { ...set, slotSeconds: 5 })
      .refuses('bad-request', { field: 'slotSeconds' });
  });

  it('[F1] takes requests only while it is open; those who wait are heard all the same', () => {
    given(panelOpened).when(participant, topic).refuses('floor-closed');
    const closed = waiting.and({ type: 'FloorSet', open: false, slotSeconds: 120 });
    closed.when(otherParticipant, topic).refuses('floor-closed');
    closed.when(host, next).answers({ requestId: 'r1' });
  });

  it('[F2] is asked for by whoever may speak, once for each kind', () => {
    open
      .when(participant, { ...topic, threadId: 't1', note: 'On the wells' })
      .then({
        type: 'FloorAsked',
        requestId: 'new',
        kind: 'topic',
        threadId: 't1',
        body: { author: 'participant', note: 'On the wells' },
      })
      .answers({ requestId: 'new' });
    for (const actor of [host, moderator, panellist, interpreter]) {
      open.when(actor, topic).answers({ requestId: 'new' });
    }
    open.when(observer, topic).refuses('not-allowed');
    waiting.when(participant, topic).refuses('already-so', { field: 'kind' });
    waiting.when(participant, { type: 'askToSpeak', kind: 'order' }).answers({ requestId: 'new' });
    open.when(participant, { ...topic, threadId: 'none' }).refuses('no-such-thread', { field: 'threadId' });
    open.when(participant, { ...topic, note: 'a\u0000b' }).refuses('bad-text', { field: 'note' });
    open.and(panelClosed).when(participant, topic).refuses('panel-not-open');
  });

  it('[F3] names a speaker by role only where they asked for it', () => {
    const byRole = open.when(participant, { ...topic, attribution: 'role' }).then({
      type: 'FloorAsked',
      requestId: 'new',
      kind: 'topic',
      threadId: null,
      body: { author: 'participant', note: '', role: 'participant' },
    }).after;
    const { record } = byRole.when(host, next).after.panel;
    expect(record.floor.speaking).toMatchObject({ speaker: null, role: 'participant' });
    expect(JSON.stringify(record)).not.toContain('"speaker":"participant"');
  });

  it('[F4] is left by whoever waits, and by nobody else', () => {
    waiting.when(participant, { type: 'leaveFloor', requestId: 'r1' }).then({ type: 'FloorLeft', requestId: 'r1' });
    waiting.when(otherParticipant, { type: 'leaveFloor', requestId: 'r1' }).refuses('no-such-request');
    waiting.when(participant, { type: 'leaveFloor', requestId: 'r9' }).refuses('no-such-request');
    speaking.when(participant, { type: 'leaveFloor', requestId: 'r1' }).refuses('not-pending');
    const left = waiting.and({ type: 'FloorLeft', requestId: 'r1' });
    left.when(host, next).refuses('nobody-waits');
    left.when(host, { ...next, requestId: 'r1' }).refuses('not-pending');
  });

  it('[F5] is given to the next by whoever hosts or moderates, in one step', () => {
    for (const actor of [host, moderator]) {
      waiting
        .when(actor, next)
        .then(
          { type: 'FloorCalled', requestId: 'r1', by: actor.seat, lane: 'equity' },
          { type: 'FloorGiven', requestId: 'r1', kind: 'topic', threadId: null, body: { speaker: 'participant' } },
        )
        .answers({ requestId: 'r1' });
    }
    waiting.when(panellist, next).refuses('not-allowed');
    open.when(host, next).refuses('nobody-waits');
    waiting.when(host, { ...next, requestId: 'r9' }).refuses('no-such-request');
  });

  it('[F6] marks whom the host chose by hand; naming who is next is none', () => {
    const two = waiting.and(asked('r2', 'other-participant'));
    two.when(host, { ...next, requestId: 'r2' }).then(
      { type: 'FloorCalled', requestId: 'r2', by: 'host', lane: 'override' },
      {
        type: 'FloorGiven',
        requestId: 'r2',
        kind: 'topic',
        threadId: null,
        override: true,
        body: { speaker: 'other-participant' },
      },
    );
    const chosen = two.when(host, { ...next, requestId: 'r2' }).after;
    expect(chosen.panel.record.floor).toMatchObject({ spoken: 1, overrides: 1 });
    expect(chosen.queues.floor.overrideShare()).toBe(1);
    const named = two.when(host, { ...next, requestId: 'r1' }).after;
    expect(named.panel.record.floor).toMatchObject({ spoken: 1, overrides: 0 });
  });

  it('[F7] is ended by whoever hosts or by the speaker, and the time is measured', () => {
    const later = speaking.later(45_400);
    for (const actor of [host, moderator, participant]) {
      later
        .when(actor, { type: 'endSpeech', requestId: 'r1' })
        .then({ type: 'FloorEnded', requestId: 'r1', seconds: 45 });
    }
    later.when(otherParticipant, { type: 'endSpeech', requestId: 'r1' }).refuses('not-allowed');
    waiting.when(host, { type: 'endSpeech', requestId: 'r1' }).refuses('nobody-speaks');
  });

  it('[F7] ends with the next speech and with the panel', () => {
    const later = speaking.and(asked('r2', 'other-participant')).later(60_000);
    later
      .when(host, { ...next, after: 'r1' })
      .then(
        { type: 'FloorEnded', requestId: 'r1', seconds: 60 },
        { type: 'FloorCalled', requestId: 'r2', by: 'host', lane: 'equity' },
        { type: 'FloorGiven', requestId: 'r2', kind: 'topic', threadId: null, body: { speaker: 'other-participant' } },
      );
    speaking.when(host, { ...next, after: 'r1' }).refuses('nobody-waits');
    later
      .when(host, { type: 'closePanel' })
      .then({ type: 'FloorEnded', requestId: 'r1', seconds: 60 }, { type: 'PanelClosed' });
  });

  const paused = { type: 'PanelPaused', reason: '' } as const;
  const end = { type: 'endSpeech', requestId: 'r1' } as const;

  it('[F19] charges a speech no second of a pause, whoever paused', () => {
    const before = speaking.later(10_000);
    for (const pausing of [before.when(host, { type: 'pausePanel' }), before.when(host, { type: 'holdEverything' })]) {
      const pause = pausing.after.later(1_800_000);
      pause.when(host, end).then({ type: 'FloorEnded', requestId: 'r1', seconds: 10 });
      pause
        .when(host, { type: 'closePanel' })
        .then({ type: 'FloorEnded', requestId: 'r1', seconds: 10 }, { type: 'PanelClosed' });
      const on = pause.when(host, { type: 'resumePanel' }).after;
      expect(on.panel.record.floor.speaking?.at).toBe(NOON + 1_800_000);
      on.later(30_000).when(host, end).then({ type: 'FloorEnded', requestId: 'r1', seconds: 40 });
    }
  });

  it('[F19] gives the floor to nobody while the panel is paused', () => {
    waiting.and(paused).when(host, next).refuses('wrong-phase');
    waiting
      .and(paused)
      .when(host, { ...next, requestId: 'r1' })
      .refuses('wrong-phase');
    waiting.and(paused, { type: 'PanelResumed' }).when(host, next).answers({ requestId: 'r1' });
  });

  it('[F19] keeps the clock right where somebody began to speak during a pause', () => {
    const given = waiting.and(paused).later(60_000).and(givenFloor('r1', 'participant')).later(60_000);
    given.when(host, end).then({ type: 'FloorEnded', requestId: 'r1', seconds: 0 });
    const on = given.and({ type: 'PanelResumed' }).later(5_000);
    on.when(host, end).then({ type: 'FloorEnded', requestId: 'r1', seconds: 5 });
  });

  it('[F24] is declined to somebody by a host, with a rule and a word, and they may ask again', () => {
    const rule = { id: 'r', title: 'Rule', text: 'Text.' };
    const ruled = waiting.and({ type: 'RulesSet', rules: [rule] });
    const declining = { type: 'declineRequest', requestId: 'r1', ruleId: 'r', note: 'Later, please.' } as const;
    const declined = ruled
      .when(host, declining)
      .then({ type: 'FloorDeclined', requestId: 'r1', by: 'host', rule, body: { note: 'Later, please.' } }).after;
    ruled.when(moderator, declining).refuses('not-allowed');
    ruled.when(host, { ...declining, ruleId: 'none' }).refuses('no-such-rule', { field: 'ruleId' });
    ruled.when(host, { ...declining, note: '' }).refuses('bad-text', { field: 'note' });
    ruled.when(host, { ...declining, requestId: 'r9' }).refuses('no-such-request', { field: 'requestId' });
    declined.when(host, declining).refuses('not-pending');
    declined.when(host, { ...next, requestId: 'r1' }).refuses('not-pending');
    declined.when(host, next).refuses('nobody-waits');
    declined.when(participant, topic).answers({ requestId: 'new' });
  });

  it('[F23] is waited for by nobody once the panel is closed', () => {
    const closed = waiting.when(host, { type: 'closePanel' }).after;
    expect(closed.queues.floor.length).toBe(0);
    expect(closed.queues.floor.next()).toBeNull();
    closed.when(participant, { type: 'leaveFloor', requestId: 'r1' }).refuses('wrong-phase');
  });

  it('[F18] is not given again by a second tap or a second host, who saw somebody else speak', () => {
    const both = waiting.and(asked('r2', 'other-participant'));
    const one = both.when(host, next).after;
    one.when(host, next).refuses('floor-moved', { field: 'after' });
    one.when(moderator, { ...next, requestId: 'r2' }).refuses('floor-moved', { field: 'after' });
    both.when(host, { ...next, after: 'r1' }).refuses('floor-moved', { field: 'after' });
    one.when(moderator, { ...next, after: 'r1' }).answers({ requestId: 'r2' });
  });

  it('[F18] does not end the speech of whoever came after', () => {
    const two = speaking.and(asked('r2', 'other-participant')).when(host, { ...next, after: 'r1' }).after;
    two.when(host, end).refuses('floor-moved', { field: 'requestId' });
    two.when(participant, end).refuses('floor-moved', { field: 'requestId' });
    speaking.when(host, end).after.when(moderator, end).refuses('nobody-speaks');
  });

  it('[F8] lets others go first for whoever waits for a turn', () => {
    waiting.when(participant, { type: 'yieldFloor', requestId: 'r1' }).then({ type: 'FloorYielded', requestId: 'r1' });
    const yielded = waiting.and({ type: 'FloorYielded', requestId: 'r1' });
    yielded.when(participant, { type: 'yieldFloor', requestId: 'r1' }).refuses('already-so');
    waiting.when(otherParticipant, { type: 'yieldFloor', requestId: 'r1' }).refuses('no-such-request');
    open
      .and(asked('r3', 'participant', 'order'))
      .when(participant, { type: 'yieldFloor', requestId: 'r3' })
      .refuses('not-in-turn');
  });

  it('[F9] takes replies only once somebody has spoken', () => {
    const reply = { type: 'askToSpeak', kind: 'reply' } as const;
    waiting.when(otherParticipant, reply).refuses('nobody-speaks', { field: 'kind' });
    speaking.when(otherParticipant, reply).answers({ requestId: 'new' });
  });

  it('[F3] tells everybody who speaks, what for and since when', () => {
    expect(speaking.panel.record.floor).toEqual({
      open: true,
      slotSeconds: 120,
      speaking: { requestId: 'r1', kind: 'topic', threadId: null, at: NOON, speaker: 'participant' },
      spoken: 1,
      overrides: 0,
    });
  });
});
