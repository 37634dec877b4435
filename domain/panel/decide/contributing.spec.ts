import { describe, expect, it } from '@jest/globals';
import { given, type Told } from '../../testing/given.js';
import {
  decided,
  inReview,
  panelClosed,
  panelOpened,
  panelPaused,
  publication,
  published,
  redacted,
  submitted,
  threadClosed,
  threadOpened,
  trusted,
} from '../../testing/facts.js';
import {
  host,
  moderator,
  observer,
  otherParticipant,
  panellist,
  participant,
  passerBy,
  seated,
} from '../../testing/people.js';
import { TEXT_MAX } from '../limits.js';
import type { Actor } from '../roles.js';

const asking = { type: 'submit', threadId: 't1', kind: 'question', text: 'Who owns the well?', lang: 'en' } as const;
const replying = { ...asking, kind: 'reply', parentId: 'c1' } as const;

describe('submitting', () => {
  it('[C1] waits for a moderator, whoever wrote it', () => {
    for (const actor of [participant, panellist, moderator, host]) {
      given(panelOpened)
        .when(actor, asking)
        .then(submitted('new', { by: actor.seat }))
        .answers({ contributionId: 'new', standing: 'waiting' });
    }
  });

  it('[C1] keeps a language tag in its canonical spelling', () => {
    given(panelOpened)
      .when(participant, { ...asking, lang: 'KK-cyrl' })
      .then(submitted('new', { lang: 'kk-Cyrl' }));
  });

  it('[C16] by role keeps who wrote it, and shows readers the highest role they have', () => {
    const byRole = { ...asking, attribution: 'role' } as const;
    const both: Actor = { seat: 'ana', roles: ['participant', 'panellist'] };
    given(panelOpened)
      .when(participant, byRole)
      .then(submitted('new', { role: 'participant' }));
    given(panelOpened, publication('after'))
      .when(both, byRole)
      .then(...inReview('new', { by: 'ana', role: 'panellist' }));
    given(panelOpened, publication('trusted', 1), published('c1'))
      .when(participant, byRole)
      .then(...trusted('new', { role: 'participant' }));
  });

  it('[C16] is by name where nothing else is said', () => {
    given(panelOpened)
      .when(participant, { ...asking, attribution: 'named' })
      .then(submitted('new'));
  });

  it('[C2] is published at once and read afterwards in a panel that says so', () => {
    given(panelOpened, publication('after'))
      .when(participant, asking)
      .then(...inReview('new'))
      .answers({ contributionId: 'new', standing: 'published' });
  });

  it('[C3] goes straight through for an author whom moderators let stand often enough', () => {
    given(panelOpened, publication('trusted', 2), published('c1'), published('c2'))
      .when(participant, asking)
      .then(...trusted('new'))
      .answers({ contributionId: 'new', standing: 'published' });
  });

  it('[C3] waits for everybody else, hosts included', () => {
    const trusting = given(panelOpened, publication('trusted', 2), published('c1'), submitted('c2'));
    trusting.when(participant, asking).answers({ contributionId: 'new', standing: 'waiting' });
    trusting.when(host, asking).answers({ contributionId: 'new', standing: 'waiting' });
  });

  it('[C3] takes trust back with what was redacted', () => {
    given(panelOpened, publication('trusted', 1), published('c1'), redacted('c1'))
      .when(participant, asking)
      .answers({ contributionId: 'new', standing: 'waiting' });
  });

  it('[C4] puts a reply below a published contribution of its thread', () => {
    given(panelOpened, published('c1'))
      .when(participant, replying)
      .then(submitted('new', { parentId: 'c1' }));
  });

  it('[C4] knows no difference between a parent that is unknown, waiting, redacted or elsewhere', () => {
    const panel = given(
      panelOpened,
      threadOpened('t2'),
      submitted('c1'),
      published('c2'),
      redacted('c2'),
      published('c3'),
    );
    for (const wrong of [
      { parentId: 'c9' },
      { parentId: 'c1' },
      { parentId: 'c2' },
      { parentId: 'c3', threadId: 't2' },
    ]) {
      panel.when(participant, { ...replying, ...wrong }).refuses('parent-not-published', { field: 'parentId' });
    }
  });

  it('[C4] wants a parent for a reply and none for anything else', () => {
    const panel = given(panelOpened, published('c1'));
    panel.when(participant, { ...asking, kind: 'reply' }).refuses('bad-request', { field: 'parentId' });
    panel.when(participant, { ...asking, parentId: 'c1' }).refuses('bad-request', { field: 'parentId' });
    panel
      .when(participant, { ...asking, kind: 'comment', parentId: 'c1' })
      .refuses('bad-request', { field: 'parentId' });
  });

  it('[C5] is refused while the panel is not open', () => {
    given(panelOpened, panelPaused).when(participant, asking).refuses('panel-not-open');
    given(panelOpened, panelClosed).when(participant, asking).refuses('panel-not-open');
  });

  it('[C5] is refused in a thread that is closed or unknown', () => {
    given(panelOpened, threadClosed('t1')).when(participant, asking).refuses('thread-closed');
    given(panelOpened)
      .when(participant, { ...asking, threadId: 't9' })
      .refuses('no-such-thread');
  });

  it('[C5] is refused to observers and passers-by', () => {
    given(panelOpened).when(observer, asking).refuses('not-allowed');
    given(panelOpened).when(passerBy, asking).refuses('not-signed-in');
  });

  it('[C6] is refused with the field whose words cannot be kept', () => {
    const wrong = [' ', 'a\0b', '\ud800', 'a'.repeat(TEXT_MAX + 1)];
    for (const text of wrong) {
      given(panelOpened)
        .when(participant, { ...asking, text })
        .refuses('bad-text', { field: 'text' });
    }
    given(panelOpened)
      .when(participant, { ...asking, lang: '__proto__' })
      .refuses('bad-request', { field: 'lang' });
  });
});

describe('slow mode', () => {
  const slow = given(panelOpened, { type: 'SlowModeSet', seconds: 30 });

  it('[C7] asks a participant to wait between two contributions, and says how long', () => {
    const spoke = slow.and(submitted('c1'));
    spoke.later(10_000).when(participant, asking).refuses('slow-mode', { retryInMs: 20_000 });
    spoke.later(29_999).when(participant, asking).refuses('slow-mode', { retryInMs: 1 });
    spoke.later(30_000).when(participant, asking).answers({ contributionId: 'new', standing: 'waiting' });
  });

  it('[C7] lets the first contribution, and those of others, pass', () => {
    slow.when(participant, asking).answers({ contributionId: 'new', standing: 'waiting' });
    slow.and(submitted('c1')).when(otherParticipant, asking).answers({ contributionId: 'new', standing: 'waiting' });
    slow
      .and({ type: 'ThreadProposed', threadId: 't2', body: { title: 'a', lang: 'en', author: 'participant' } })
      .when(participant, asking)
      .answers({ contributionId: 'new', standing: 'waiting' });
  });

  it('[C7] does not bind those with another part in the panel', () => {
    for (const actor of [panellist, moderator, { seat: 'ana', roles: ['participant', 'interpreter'] as const }]) {
      slow
        .and(submitted('c1', { by: actor.seat }))
        .when(actor, asking)
        .answers({ contributionId: 'new', standing: 'waiting' });
    }
  });

  it('[C7] never asks for more than its pause, even when a clock was set back', () => {
    slow.and(submitted('c1')).later(-3_600_000).when(participant, asking).refuses('slow-mode', { retryInMs: 30_000 });
  });
});

describe('editing', () => {
  const editing = { type: 'edit', contributionId: 'c1', text: 'Who keeps the well?' } as const;
  const edited = { type: 'Edited', contributionId: 'c1', body: { text: 'Who keeps the well?', lang: 'en' } } as const;

  it('[C8] changes what waits, and leaves it at its place', () => {
    const changed = given(panelOpened, submitted('c1')).later(5_000).when(participant, editing).then(edited).after;
    const item = changed.panel.docket.items.get('c1');
    expect(item).toMatchObject({ text: 'Who keeps the well?', readyAt: changed.at - 5_000 });
  });

  it('[C8] changes the language alone', () => {
    given(panelOpened, submitted('c1'))
      .when(participant, { ...editing, text: 'Who owns the well?', lang: 'kk' })
      .then({ ...edited, body: { text: 'Who owns the well?', lang: 'kk' } });
  });

  it('[C8] goes on while the panel is paused, not after the close', () => {
    given(panelOpened, submitted('c1'), panelPaused).when(participant, editing).then(edited);
    given(panelOpened, submitted('c1'), panelClosed).when(participant, editing).refuses('panel-not-open');
  });

  it('[Q5] holds no place for other words, from a minute after it began to wait', () => {
    const waiting = given(panelOpened, submitted('c1'));
    const other = { ...editing, text: 'A speech about something else altogether' };
    const rewritten = { ...edited, body: { text: other.text, lang: 'en' } };
    waiting.later(60_000).when(participant, other).then(rewritten);
    waiting
      .later(60_001)
      .when(participant, other)
      .then({ ...rewritten, anew: true });
    waiting.later(600_000).when(participant, editing).then(edited);

    // Step by step is no way round it: what counts is what it was a minute after it began to wait.
    const halfway = waiting.later(120_000).when(participant, { ...editing, text: 'Who owns the water?' }).after;
    const further = halfway
      .later(180_000)
      .when(participant, { ...editing, text: 'Whose is the water, friends?' }).after;
    const last = { ...editing, text: 'Dear friends, look at our river' };
    further
      .later(240_000)
      .when(participant, last)
      .then({ ...edited, anew: true, body: { text: last.text, lang: 'en' } });
  });

  it('[C8] waits while a moderator reads it, and no longer', () => {
    const held = given(panelOpened, submitted('c1')).held('c1');
    held.later(20_000).when(participant, editing).refuses('held-by-another', { retryInMs: 100_000 });
    held.later(120_000).when(participant, editing).then(edited);
  });

  it('[C8] is over once the contribution does not wait', () => {
    for (const then of [
      [decided('c1', 'revise')],
      [decided('c1', 'decline')],
      [{ type: 'Withdrawn', contributionId: 'c1' } as const],
    ]) {
      given(panelOpened, submitted('c1'), then).when(participant, editing).refuses('not-pending');
    }
    given(panelOpened, published('c1')).when(participant, editing).refuses('not-pending');
    given(panelOpened, inReview('c1')).when(participant, editing).refuses('not-pending');
  });

  it('[C8] is refused when nothing changes or the words cannot be kept', () => {
    const panel = given(panelOpened, submitted('c1'));
    panel.when(participant, { ...editing, text: 'Who owns the well?' }).refuses('already-so');
    panel.when(participant, { ...editing, text: '' }).refuses('bad-text', { field: 'text' });
    panel.when(participant, { ...editing, lang: '?' }).refuses('bad-request', { field: 'lang' });
  });
});

describe('sending again', () => {
  const again = { type: 'resubmit', contributionId: 'c1', text: 'Who owns the old well?' } as const;
  const sent = {
    type: 'Resubmitted',
    contributionId: 'c1',
    body: { text: 'Who owns the old well?', lang: 'en' },
  } as const;

  it('[C9] brings back what a moderator asked to revise, under the same id', () => {
    given(panelOpened, submitted('c1'), decided('c1', 'revise'))
      .when(participant, again)
      .then(sent)
      .answers({ contributionId: 'c1', standing: 'waiting' });
  });

  it('[C9] is read first, whatever the panel’s mode', () => {
    given(panelOpened, publication('after'), submitted('c1'), decided('c1', 'revise'))
      .when(participant, again)
      .then(sent);
  });

  it('[C9] goes on while the panel is paused, not after the close', () => {
    const revising = given(panelOpened, submitted('c1'), decided('c1', 'revise'));
    revising.and(panelPaused).when(participant, again).then(sent);
    revising.and(panelClosed).when(participant, again).refuses('panel-not-open');
  });

  it('[C9] is only for what came back, in words that can be kept', () => {
    given(panelOpened, submitted('c1')).when(participant, again).refuses('not-pending');
    const revising = given(panelOpened, submitted('c1'), decided('c1', 'revise'));
    revising.when(participant, { ...again, text: '' }).refuses('bad-text', { field: 'text' });
    revising.when(participant, { ...again, lang: '?' }).refuses('bad-request', { field: 'lang' });
  });
});

describe('withdrawing', () => {
  const withdrawing = { type: 'withdraw', contributionId: 'c1' } as const;
  const withdrawn = { type: 'Withdrawn', contributionId: 'c1' } as const;

  it('[C10] takes back what waits or came back, even from a moderator’s hands', () => {
    given(panelOpened, submitted('c1')).when(participant, withdrawing).then(withdrawn);
    given(panelOpened, submitted('c1')).held('c1').when(participant, withdrawing).then(withdrawn);
    given(panelOpened, submitted('c1'), decided('c1', 'revise')).when(participant, withdrawing).then(withdrawn);
  });

  it('[C10] works while the panel is paused and after the close', () => {
    given(panelOpened, submitted('c1'), panelPaused).when(participant, withdrawing).then(withdrawn);
    given(panelOpened, submitted('c1'), panelClosed).when(participant, withdrawing).then(withdrawn);
  });

  it('[C10] is left to an author who may only watch by now', () => {
    given(panelOpened, submitted('c1')).when(seated('observer', 'participant'), withdrawing).then(withdrawn);
  });

  it('[C10] is over once it is decided, and happens once', () => {
    given(panelOpened, published('c1')).when(participant, withdrawing).refuses('not-pending');
    given(panelOpened, submitted('c1'), decided('c1', 'decline')).when(participant, withdrawing).refuses('not-pending');
    given(panelOpened, submitted('c1'), withdrawn).when(participant, withdrawing).refuses('already-so');
  });
});

describe('one’s own', () => {
  const own: readonly Told[] = [
    { type: 'edit', contributionId: 'c1', text: 'Mine now' },
    { type: 'resubmit', contributionId: 'c1', text: 'Mine now' },
    { type: 'withdraw', contributionId: 'c1' },
  ];

  it.each(own)('[C11] is nobody else’s to $type', (intent) => {
    for (const actor of [otherParticipant, moderator, host]) {
      given(panelOpened, submitted('c1')).when(actor, intent).refuses('not-yours');
    }
  });

  it.each(own)('[C11] is known before anybody can $type it', (intent) => {
    given(panelOpened).when(participant, intent).refuses('no-such-contribution');
  });
});
