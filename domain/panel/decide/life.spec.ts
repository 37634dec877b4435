import { describe, expect, it } from '@jest/globals';
import { given } from '../../testing/given.js';
import { panelArchived, panelClosed, panelDrafted, panelOpened, panelPaused, submitted } from '../../testing/facts.js';
import { host, moderator, owner, participant } from '../../testing/people.js';
import { HOUSE_RULES } from '../house-rules.js';

const treated = {
  type: 'TreatmentSet',
  secondLook: 'on',
  differ: 'publish',
  screening: ['length', 'links', 'repeats', 'words'],
} as const;
const draft = { type: 'draftPanel', forumId: 'forum', title: 'Water' } as const;

describe('drafting a panel', () => {
  it('[H2] brings the house rules with it, and lets a moderator read first', () => {
    const drafted = given().when(host, draft);
    const first = { type: 'PanelDrafted', forumId: 'forum', title: 'Water', description: '', languages: [] } as const;
    drafted.then({ ...first, rules: HOUSE_RULES }, treated);
    expect(drafted.after.panel.record).toMatchObject({ phase: 'draft', publication: { mode: 'before' } });
  });

  it('[H2] keeps rules of its own, its languages in canonical spelling and each once', () => {
    const rules = [{ id: 'short', title: 'Be short', text: 'Three sentences are plenty.' }];
    given()
      .when(owner, { ...draft, description: 'Two\nlines', languages: ['KK', 'kk', 'zh-hant'], rules })
      .then(
        {
          type: 'PanelDrafted',
          forumId: 'forum',
          title: 'Water',
          description: 'Two\nlines',
          languages: ['kk', 'zh-Hant'],
          rules,
        },
        treated,
      );
  });

  it('[H2] happens once', () => {
    given(panelDrafted).when(host, draft).refuses('already-so');
  });

  it.each([
    ['title', { title: 'two\nlines' }, 'bad-text'],
    ['title', { title: ' ' }, 'bad-text'],
    ['description', { description: '\0' }, 'bad-text'],
    ['languages', { languages: ['not a language'] }, 'bad-request'],
    ['rules', { rules: [] }, 'bad-request'],
    ['rules', { rules: [HOUSE_RULES[0], HOUSE_RULES[0]] as typeof HOUSE_RULES }, 'bad-request'],
    ['rules', { rules: [{ id: 'a', title: '', text: 'text' }] }, 'bad-text'],
    ['rules', { rules: [{ id: 'a', title: 'title', text: '' }] }, 'bad-text'],
  ] as const)('[H2] names %s as the field at fault in %j', (field, wrong, code) => {
    given()
      .when(host, { ...draft, ...wrong })
      .refuses(code, { field });
  });
});

describe('the life of a panel', () => {
  it('[H3] is scheduled, and scheduled anew while it runs', () => {
    given(panelDrafted)
      .when(host, { type: 'schedulePanel', startsAt: 1, endsAt: 2 })
      .then({ type: 'PanelScheduled', startsAt: 1, endsAt: 2 });
    given(panelOpened)
      .when(host, { type: 'schedulePanel', startsAt: 1 })
      .then({ type: 'PanelScheduled', startsAt: 1, endsAt: null });
  });

  it('[H3] ends after it starts', () => {
    given(panelDrafted)
      .when(host, { type: 'schedulePanel', startsAt: 2, endsAt: 2 })
      .refuses('bad-request', { field: 'endsAt' });
  });

  it('[H3] is not scheduled twice for the same time', () => {
    given(panelDrafted, { type: 'PanelScheduled', startsAt: 1, endsAt: null })
      .when(host, { type: 'schedulePanel', startsAt: 1 })
      .refuses('already-so');
  });

  it('[H3] goes from draft through open, paused and open again to closed and archived', () => {
    given(panelDrafted)
      .when(host, { type: 'openPanel' })
      .then({ type: 'PanelOpened' })
      .after.when(moderator, { type: 'pausePanel', reason: 'A short break' })
      .then({ type: 'PanelPaused', reason: 'A short break' })
      .after.when(moderator, { type: 'resumePanel' })
      .then({ type: 'PanelResumed' })
      .after.when(host, { type: 'closePanel' })
      .then({ type: 'PanelClosed' })
      .after.when(host, { type: 'archivePanel' })
      .then({ type: 'PanelArchived' });
  });

  it('[H3] pauses without a reason, but not with one that cannot be shown', () => {
    given(panelOpened).when(host, { type: 'pausePanel' }).then({ type: 'PanelPaused', reason: '' });
    given(panelOpened).when(host, { type: 'pausePanel', reason: 'a\nb' }).refuses('bad-text', { field: 'reason' });
  });

  it('[H3] closes while paused, and with items still waiting', () => {
    given(panelOpened, submitted('c1'), panelPaused).when(host, { type: 'closePanel' }).then({ type: 'PanelClosed' });
  });

  it('[H3] skips no step', () => {
    given(panelOpened).when(host, { type: 'archivePanel' }).refuses('wrong-phase');
    given(panelOpened, panelPaused).when(host, { type: 'openPanel' }).refuses('wrong-phase');
    given(panelOpened, panelClosed).when(host, { type: 'openPanel' }).refuses('wrong-phase');
    given(panelOpened, panelClosed, panelArchived).when(host, { type: 'closePanel' }).refuses('wrong-phase');
  });

  it('[H3] says of a step that is done already that it is so', () => {
    given(panelOpened).when(host, { type: 'openPanel' }).refuses('already-so');
    given(panelOpened).when(host, { type: 'resumePanel' }).refuses('already-so');
    given(panelOpened, panelPaused).when(host, { type: 'pausePanel' }).refuses('already-so');
    given(panelOpened, panelClosed).when(host, { type: 'closePanel' }).refuses('already-so');
    given(panelOpened, panelClosed, panelArchived).when(host, { type: 'archivePanel' }).refuses('already-so');
  });

  it('[H3] is not for participants to change', () => {
    given(panelOpened).when(participant, { type: 'closePanel' }).refuses('not-allowed');
  });
});
