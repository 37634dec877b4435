import { describe, expect, it } from '@jest/globals';
import { given, type Told } from '../../testing/given.js';
import {
  decided,
  inReview,
  offTopic,
  panelArchived,
  panelClosed,
  panelOpened,
  panelPaused,
  posed,
  published,
  publishedAgain,
  publishedNow,
  redacted,
  submitted,
  trusted,
} from '../../testing/facts.js';
import { host, moderator, otherModerator } from '../../testing/people.js';
import { UNDO_MS } from '../limits.js';

const publish = { type: 'publish', contributionId: 'c1' } as const;
const decline = { type: 'decline', contributionId: 'c1', ruleId: offTopic.id } as const;
const revise = { type: 'askToRevise', contributionId: 'c1', note: 'Which well?' } as const;
const undo = { type: 'undoDecision', contributionId: 'c1' } as const;
const redact = { type: 'redact', contributionId: 'c1', ruleId: offTopic.id } as const;
const letStand = { type: 'reverseDecision', contributionId: 'c1', verdict: 'publish', note: 'It is on topic' } as const;
const turnDown = { ...letStand, verdict: 'decline', ruleId: offTopic.id, note: 'It is not' } as const;

const gone = { type: 'Redacted', contributionId: 'c1', threadId: 't1', cause: 'rule', ruleId: offTopic.id } as const;
const takenBack = { ...gone, cause: 'undone', ruleId: null } as const;
const undone = { type: 'DecisionUndone', contributionId: 'c1', by: 'moderator' } as const;
const reversed = { type: 'DecisionReversed', contributionId: 'c1', by: 'other-moderator' } as const;

const waiting = given(panelOpened, submitted('c1'));
const reviewing = given(panelOpened, inReview('c1'));

describe('publishing', () => {
  it('[M5] brings the words before everybody as they wait', () => {
    waiting
      .and({ type: 'Edited', contributionId: 'c1', body: { text: 'Whose is it?', lang: 'kk' } })
      .held('c1')
      .when(moderator, { ...publish, note: 'Welcome' })
      .then(decided('c1', 'publish', { note: 'Welcome' }), publishedNow('c1', { text: 'Whose is it?', lang: 'kk' }));
  });

  it('[M5] only confirms what is published already', () => {
    reviewing.held('c1').when(moderator, publish).then(decided('c1', 'publish')).erases();
  });

  it('[M5] finds a place below a parent redacted meanwhile', () => {
    const reply = submitted('c1', { parentId: 'c0', by: 'ana' });
    const after = given(panelOpened, published('c0'), reply, redacted('c0')).held('c1').when(moderator, publish).after;
    expect(after.panel.record.contributions.get('c1')).toMatchObject({ parentId: 'c0', redacted: null });
  });

  it('[M5] refuses a note that cannot be shown', () => {
    waiting
      .held('c1')
      .when(moderator, { ...publish, note: '\0' })
      .refuses('bad-text', { field: 'note' });
  });
});

describe('declining', () => {
  it('[M6] names the whole house rule', () => {
    waiting.held('c1').when(moderator, decline).then(decided('c1', 'decline')).erases();
  });

  it('[M6] keeps the rule as it was when it is changed later', () => {
    const declined = waiting.held('c1').when(moderator, decline).after;
    const rules = [{ ...offTopic, text: 'Something else' }];
    const item = declined.and({ type: 'RulesSet', rules }).panel.docket.items.get('c1');
    expect(item?.decisions[0]?.rule).toEqual(offTopic);
  });

  it('[M6] refuses a rule that is not the panel’s and a note that cannot be shown', () => {
    waiting
      .held('c1')
      .when(moderator, { ...decline, ruleId: 'no-rule' })
      .refuses('no-such-rule', { field: 'ruleId' });
    waiting
      .held('c1')
      .when(moderator, { ...decline, note: ' ' })
      .refuses('bad-text', { field: 'note' });
  });

  it('[M7] takes what is published already out of the record, words and all', () => {
    reviewing.held('c1').when(moderator, decline).then(decided('c1', 'decline'), gone).erases('c1');
  });
});

describe('asking to revise', () => {
  it('[M6] tells the author what to change', () => {
    waiting
      .held('c1')
      .when(moderator, { ...revise, ruleId: offTopic.id })
      .then(decided('c1', 'revise'));
    waiting
      .held('c1')
      .when(moderator, revise)
      .then(decided('c1', 'revise', { rule: null }));
  });

  it('[M6] wants a note, and a rule of the panel where one is named', () => {
    waiting
      .held('c1')
      .when(moderator, { ...revise, note: '' })
      .refuses('bad-text', { field: 'note' });
    waiting
      .held('c1')
      .when(moderator, { ...revise, ruleId: 'none' })
      .refuses('no-such-rule');
  });

  it('[M7] takes what is published already out of the record until it comes back', () => {
    const back = reviewing
      .held('c1')
      .when(moderator, revise)
      .then(decided('c1', 'revise', { rule: null }), { ...gone, ruleId: null })
      .erases('c1').after;

    const resent = back.and({
      type: 'Resubmitted',
      contributionId: 'c1',
      body: { text: 'Who owns the well?', lang: 'en' },
    });
    resent.held('c1').when(moderator, publish).then(decided('c1', 'publish'), publishedAgain('c1'));
  });
});

describe('undoing', () => {
  it('[M8] takes a publication back, words and all', () => {
    given(panelOpened, published('c1')).when(moderator, undo).then(undone, takenBack).erases('c1');
  });

  it('[M8] takes back a decision on what waited, as if it had not been made', () => {
    const back = waiting.and(decided('c1', 'decline')).when(moderator, undo).then(undone).erases().after;
    expect(back.panel.docket.items.get('c1')).toMatchObject({ standing: 'waiting' });
    waiting.and(decided('c1', 'revise')).when(moderator, undo).then(undone);
  });

  it('[M8] publishes again what a decision took out of the record', () => {
    reviewing.and(decided('c1', 'decline'), gone).when(moderator, undo).then(undone, publishedAgain('c1')).erases();
    given(panelOpened, published('c1'), redacted('c1')).when(moderator, undo).then(undone, publishedAgain('c1'));
  });

  it('[M8] leaves published what was confirmed', () => {
    reviewing.and(decided('c1', 'publish')).when(moderator, undo).then(undone).erases();
  });

  it('[M8] works for ten seconds', () => {
    const done = given(panelOpened, published('c1'));
    done
      .later(UNDO_MS - 1)
      .when(moderator, undo)
      .then(undone, takenBack);
    done.later(UNDO_MS).when(moderator, undo).refuses('undo-too-late');
  });

  it('[M8] is for whoever decided', () => {
    given(panelOpened, published('c1')).when(otherModerator, undo).refuses('nothing-to-undo');
    waiting.when(moderator, undo).refuses('nothing-to-undo');
    given(panelOpened).when(moderator, undo).refuses('no-such-contribution');
  });

  it('[M8] happens once', () => {
    given(panelOpened, published('c1')).when(moderator, undo).after.when(moderator, undo).refuses('nothing-to-undo');
  });

  it('[M8] is over once the author has moved on', () => {
    const revising = waiting.and(decided('c1', 'revise'));
    const resubmitted = { type: 'Resubmitted', contributionId: 'c1', body: { text: 'Which?', lang: 'en' } } as const;
    revising.and(resubmitted).when(moderator, undo).refuses('nothing-to-undo');
    revising.and({ type: 'Withdrawn', contributionId: 'c1' }).when(moderator, undo).refuses('nothing-to-undo');
  });

  it('[M8] of a reversal brings the first decision back into force', () => {
    const overturned = waiting.and(decided('c1', 'decline')).when(otherModerator, letStand).after;
    const back = overturned
      .when(otherModerator, undo)
      .then({ ...undone, by: 'other-moderator' }, takenBack)
      .erases('c1').after;
    expect(back.panel.docket.items.get('c1')).toMatchObject({ standing: 'declined' });
  });
});

describe('reversing', () => {
  it('[M9] publishes what was declined, at any time', () => {
    waiting
      .and(decided('c1', 'decline'))
      .later(86_400_000)
      .when(otherModerator, letStand)
      .then({ ...reversed, verdict: 'publish', rule: null, body: { note: 'It is on topic' } }, publishedNow('c1'));
  });

  it('[M9] restores what was redacted, at its place', () => {
    given(panelOpened, published('c1'), redacted('c1'))
      .when(otherModerator, letStand)
      .then({ ...reversed, verdict: 'publish', rule: null, body: { note: 'It is on topic' } }, publishedAgain('c1'));
  });

  it('[M9] takes out what was published, words and all', () => {
    given(panelOpened, published('c1'))
      .when(otherModerator, turnDown)
      .then(
        { ...reversed, verdict: 'decline', rule: offTopic, body: { note: 'It is not' } },
        { ...gone, cause: 'reversed' },
      )
      .erases('c1');
  });

  it('[M9] decides at last on what was sent back to its author', () => {
    waiting
      .and(decided('c1', 'revise'))
      .when(otherModerator, turnDown)
      .then({ ...reversed, verdict: 'decline', rule: offTopic, body: { note: 'It is not' } });
    waiting
      .and(decided('c1', 'revise'))
      .when(otherModerator, letStand)
      .then({ ...reversed, verdict: 'publish', rule: null, body: { note: 'It is on topic' } }, publishedNow('c1'));
  });

  it('[M9] is open to whoever decided first, to the host, and after the close', () => {
    given(panelOpened, published('c1')).when(moderator, turnDown).answers({});
    given(panelOpened, published('c1'), panelClosed).when(host, turnDown).answers({});
  });

  it('[M9] ends with the archive', () => {
    given(panelOpened, published('c1'), panelClosed, panelArchived).when(moderator, turnDown).refuses('wrong-phase');
  });

  it('[M9] wants a note, and a rule to decline by', () => {
    const standing = given(panelOpened, published('c1'));
    standing.when(otherModerator, { ...turnDown, note: '' }).refuses('bad-text', { field: 'note' });
    const { ruleId: _, ...ruleless } = turnDown;
    standing.when(otherModerator, ruleless).refuses('no-such-rule', { field: 'ruleId' });
    waiting
      .and(decided('c1', 'decline'))
      .when(moderator, { ...letStand, ruleId: 'none' })
      .refuses('no-such-rule');
  });

  it('[M9] is refused when it is decided so', () => {
    given(panelOpened, published('c1')).when(otherModerator, letStand).refuses('already-so');
    waiting.and(decided('c1', 'decline')).when(otherModerator, turnDown).refuses('already-so');
    given(panelOpened, published('c1'), redacted('c1')).when(otherModerator, turnDown).refuses('already-so');
  });

  it('[M9] is refused where nobody has decided', () => {
    given(panelOpened).when(moderator, letStand).refuses('no-such-contribution');
    waiting.when(moderator, letStand).refuses('not-held');
    reviewing.when(moderator, turnDown).refuses('not-held');
    waiting.and({ type: 'Withdrawn', contributionId: 'c1' }).when(moderator, letStand).refuses('not-pending');
    given(panelOpened, trusted('c1')).when(moderator, turnDown).refuses('nothing-to-undo');
  });
});

describe('redacting', () => {
  it('[M10] leaves a tombstone and lets the words go', () => {
    const after = given(panelOpened, published('c1'), published('c2', { parentId: 'c1' }))
      .when(moderator, { ...redact, note: 'An address' })
      .then(decided('c1', 'redact', { note: 'An address' }), gone)
      .erases('c1').after;
    expect(after.panel.record.contributions.get('c1')).toMatchObject({ words: null, redacted: { cause: 'rule' } });
    expect(after.panel.record.contributions.get('c2')).toMatchObject({ parentId: 'c1', redacted: null });
  });

  it('[M10] does not wait for a lease on what is still to be read', () => {
    reviewing.held('c1', 'other-moderator').when(moderator, redact).then(decided('c1', 'redact'), gone).erases('c1');
  });

  it('[M10] withdraws a posed question from the panellists', () => {
    const after = given(panelOpened, published('c1'), posed('c1')).when(moderator, redact).after;
    expect(after.panel.record.posed).toEqual([]);
  });

  it('[M10] is refused for what is not published, redacted already or unknown', () => {
    waiting.when(moderator, redact).refuses('not-published');
    given(panelOpened, published('c1'), redacted('c1')).when(moderator, redact).refuses('already-so');
    given(panelOpened).when(moderator, redact).refuses('no-such-contribution');
  });

  it('[M10] names a rule of the panel, in a note that can be shown', () => {
    const standing = given(panelOpened, published('c1'));
    standing.when(moderator, { ...redact, ruleId: 'none' }).refuses('no-such-rule');
    standing.when(moderator, { ...redact, note: '\ud800' }).refuses('bad-text', { field: 'note' });
  });
});

describe('every decision', () => {
  const after: readonly [Told, ReturnType<typeof given>][] = [
    [publish, waiting.held('c1')],
    [decline, waiting.held('c1')],
    [revise, waiting.held('c1')],
    [undo, given(panelOpened, published('c1'))],
    [turnDown, given(panelOpened, published('c1'))],
    [redact, given(panelOpened, published('c1'))],
  ];

  it.each(after)('[M3] can be made while the panel is paused and after the close: %j', (intent, panel) => {
    panel.and(panelPaused).when(moderator, intent).answers({});
    panel.and(panelClosed).when(moderator, intent).answers({});
    panel.and(panelClosed, panelArchived).when(moderator, intent).refuses('wrong-phase');
  });

  it.each([turnDown, redact])('[M4] is somebody else’s on one’s own contribution: $type', (intent) => {
    given(panelOpened, published('c1', { by: 'other-moderator' }))
      .when(otherModerator, intent)
      .refuses('own-contribution');
  });
});

describe('a contribution shown by role', () => {
  const role = 'panellist' as const;
  const said = { by: 'panellist', role };
  const shown = publishedNow('c1', said);
  const shownAgain = publishedAgain('c1', said);

  it('[C16] is published so', () => {
    given(panelOpened, submitted('c1', said)).held('c1').when(moderator, publish).then(decided('c1', 'publish'), shown);
  });

  it('[C16] is published so where it was declined before', () => {
    given(panelOpened, submitted('c1', said), decided('c1', 'decline'))
      .when(otherModerator, letStand)
      .then({ ...reversed, verdict: 'publish', rule: null, body: { note: 'It is on topic' } }, shown);
  });

  it('[C16] comes back so where it was redacted, reversed or declined out of the record', () => {
    const standing = given(panelOpened, published('c1', said));
    standing.when(moderator, redact).after.when(moderator, undo).then(undone, shownAgain);
    standing
      .when(moderator, turnDown)
      .after.when(otherModerator, letStand)
      .then({ ...reversed, verdict: 'publish', rule: null, body: { note: 'It is on topic' } }, shownAgain);
    given(panelOpened, inReview('c1', said))
      .held('c1')
      .when(moderator, decline)
      .after.when(moderator, undo)
      .then(undone, shownAgain);
  });

  it('[C16] stays so when it comes back from its author, even if their role is another one by then', () => {
    const back = given(panelOpened, submitted('c1', said), decided('c1', 'revise')).when(
      { seat: 'panellist', roles: ['participant'] },
      { type: 'resubmit', contributionId: 'c1', text: 'Who owns the well?' },
    ).after;
    back.held('c1').when(moderator, publish).then(decided('c1', 'publish'), shown);
  });
});

describe('deciding again on what others decided', () => {
  it('[M9] is open to every moderator in both directions, over and over', () => {
    const declined = given(panelOpened, published('c1')).later(UNDO_MS).when(otherModerator, turnDown).after;
    const restored = declined.later(UNDO_MS).when(moderator, letStand).after;
    restored
      .later(UNDO_MS)
      .when(host, turnDown)
      .then(
        { ...reversed, by: 'host', verdict: 'decline', rule: offTopic, body: { note: 'It is not' } },
        {
          ...gone,
          cause: 'reversed',
        },
      );
  });
});
