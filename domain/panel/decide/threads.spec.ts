import { describe, it } from '@jest/globals';
import { given } from '../../testing/given.js';
import { offTopic, panelClosed, panelDrafted, panelOpened, threadClosed, threadProposed } from '../../testing/facts.js';
import { host, moderator, otherParticipant, participant, seated } from '../../testing/people.js';

describe('opening a thread', () => {
  it('[H6] is done by whoever hosts or moderates, in the first language of the panel', () => {
    given(panelDrafted)
      .when(host, { type: 'openThread', title: 'Springs' })
      .then({ type: 'ThreadOpened', threadId: 'new', body: { title: 'Springs', lang: 'en', author: 'host' } })
      .answers({ threadId: 'new' });
    given(panelOpened)
      .when(moderator, { type: 'openThread', title: 'Бұлақтар', lang: 'KK' })
      .then({ type: 'ThreadOpened', threadId: 'new', body: { title: 'Бұлақтар', lang: 'kk', author: 'moderator' } });
  });

  it('[H6] leaves the language open where the panel names none', () => {
    given({ ...panelDrafted, languages: [] } as typeof panelDrafted)
      .when(host, { type: 'openThread', title: 'Springs' })
      .then({ type: 'ThreadOpened', threadId: 'new', body: { title: 'Springs', lang: 'und', author: 'host' } });
  });

  it('[H6] is not for participants, who propose one', () => {
    given(panelOpened).when(participant, { type: 'openThread', title: 'Springs' }).refuses('not-allowed');
  });

  it('[H6] needs a title of one line and a language there is', () => {
    given(panelOpened).when(host, { type: 'openThread', title: '' }).refuses('bad-text', { field: 'title' });
    given(panelOpened)
      .when(host, { type: 'openThread', title: 'a', lang: '?' })
      .refuses('bad-request', { field: 'lang' });
  });
});

describe('proposing a thread', () => {
  it('[C12] keeps the proposal on the docket', () => {
    given(panelOpened)
      .when(participant, { type: 'proposeThread', title: 'Springs' })
      .then(threadProposed('new'))
      .answers({ threadId: 'new' });
  });

  it('[C12] needs a title of one line and a language there is', () => {
    given(panelOpened)
      .when(participant, { type: 'proposeThread', title: 'a\nb' })
      .refuses('bad-text', { field: 'title' });
    given(panelOpened)
      .when(participant, { type: 'proposeThread', title: 'a', lang: '' })
      .refuses('bad-request', { field: 'lang' });
  });

  it('[C12] opens, once accepted, in the name of whoever proposed it', () => {
    given(panelOpened, threadProposed('t2'))
      .when(moderator, { type: 'acceptThread', threadId: 't2' })
      .then(
        { type: 'ThreadProposalDecided', threadId: 't2', by: 'moderator', verdict: 'publish', rule: null, body: null },
        { type: 'ThreadOpened', threadId: 't2', body: { title: 'Springs', lang: 'en', author: 'participant' } },
      );
  });

  it('[C12] is declined under a whole house rule', () => {
    given(panelOpened, threadProposed('t2'))
      .when(moderator, { type: 'declineThread', threadId: 't2', ruleId: offTopic.id, note: 'See Wells' })
      .then({
        type: 'ThreadProposalDecided',
        threadId: 't2',
        by: 'moderator',
        verdict: 'decline',
        rule: offTopic,
        body: { note: 'See Wells' },
      });
  });

  it('[C12] is declined under a rule there is, with a note that can be shown', () => {
    const proposed = given(panelOpened, threadProposed('t2'));
    proposed.when(moderator, { type: 'declineThread', threadId: 't2', ruleId: 'none' }).refuses('no-such-rule');
    proposed
      .when(moderator, { type: 'declineThread', threadId: 't2', ruleId: offTopic.id, note: '\0' })
      .refuses('bad-text', { field: 'note' });
  });

  it('[C12] is decided once', () => {
    const accepted = given(panelOpened, threadProposed('t2')).when(moderator, { type: 'acceptThread', threadId: 't2' });
    accepted.after.when(moderator, { type: 'acceptThread', threadId: 't2' }).refuses('already-decided');
    accepted.after
      .when(moderator, { type: 'declineThread', threadId: 't2', ruleId: offTopic.id })
      .refuses('already-decided');
  });

  it('[C12] is declined, never accepted, once the panel is closed', () => {
    const closed = given(panelOpened, threadProposed('t2'), panelClosed);
    closed.when(moderator, { type: 'acceptThread', threadId: 't2' }).refuses('wrong-phase');
    closed.when(moderator, { type: 'declineThread', threadId: 't2', ruleId: offTopic.id }).answers({});
  });

  it('[M4] is not decided by whoever proposed it', () => {
    given(panelOpened, threadProposed('t2', 'moderator'))
      .when(moderator, { type: 'acceptThread', threadId: 't2' })
      .refuses('own-contribution');
  });

  it('[C12] is unknown where nobody made it', () => {
    given(panelOpened).when(moderator, { type: 'acceptThread', threadId: 't1' }).refuses('no-such-thread');
    given(panelOpened)
      .when(moderator, { type: 'declineThread', threadId: 't9', ruleId: offTopic.id })
      .refuses('no-such-thread', { field: 'threadId' });
  });
});

describe('keeping threads', () => {
  it('[H6] renames one', () => {
    given(panelOpened)
      .when(host, { type: 'renameThread', threadId: 't1', title: 'Springs' })
      .then({ type: 'ThreadRenamed', threadId: 't1', body: { title: 'Springs' } });
  });

  it('[H6] renames none that is unknown, called so already, or to what cannot be shown', () => {
    const opened = given(panelOpened);
    opened.when(host, { type: 'renameThread', threadId: 't9', title: 'Springs' }).refuses('no-such-thread');
    opened.when(host, { type: 'renameThread', threadId: 't1', title: 'Wells' }).refuses('already-so');
    opened.when(host, { type: 'renameThread', threadId: 't1', title: '' }).refuses('bad-text', { field: 'title' });
  });

  it('[H6] closes and reopens one', () => {
    given(panelOpened)
      .when(moderator, { type: 'closeThread', threadId: 't1' })
      .then(threadClosed('t1'))
      .after.when(moderator, { type: 'reopenThread', threadId: 't1' })
      .then({ type: 'ThreadReopened', threadId: 't1' });
  });

  it('[H6] closes none twice, and reopens none that is open', () => {
    given(panelOpened, threadClosed('t1')).when(host, { type: 'closeThread', threadId: 't1' }).refuses('already-so');
    given(panelOpened).when(host, { type: 'reopenThread', threadId: 't1' }).refuses('already-so');
    given(panelOpened).when(host, { type: 'closeThread', threadId: 't9' }).refuses('no-such-thread');
    given(panelOpened).when(host, { type: 'reopenThread', threadId: 't9' }).refuses('no-such-thread');
  });

  it('[H6] leaves threads to those who host or moderate', () => {
    for (const actor of [participant, otherParticipant, seated('panellist')]) {
      given(panelOpened).when(actor, { type: 'closeThread', threadId: 't1' }).refuses('not-allowed');
    }
  });
});
