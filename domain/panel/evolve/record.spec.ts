import { describe, expect, it } from '@jest/globals';
import { panelOf, published, redacted, threadOpened } from '../../testing/entries.js';
import type { PanelEvent, RecordEvent } from '../events.js';

describe('folding the record', () => {
  it('[R2] passes over a type of a newer server, moving only the seq', () => {
    const before = panelOf(threadOpened(), published('c1')).record;
    const newer = { type: 'CurtainRaised', to: 'ana' } as unknown as RecordEvent;

    expect(panelOf(threadOpened(), published('c1'), newer).record).toEqual({ ...before, seq: 3 });
  });

  it('[R4] leaves a tombstone that keeps its place, its replies and its tally', () => {
    const { contributions } = panelOf(
      threadOpened(),
      published('c1'),
      published('c2', { parentId: 'c1', kind: 'reply' }),
      { type: 'Tallied', tallies: [{ contributionId: 'c1', agree: 3, pass: 1, disagree: 0 }] },
      { type: 'ContributionRendered', contributionId: 'c1', lang: 'kk', body: { text: 'сөз', interpreter: 'aigul' } },
      redacted('c1'),
    ).record;

    expect(contributions.get('c1')).toEqual({
      id: 'c1',
      seq: 2,
      at: 1000,
      threadId: 't',
      parentId: null,
      kind: 'question',
      words: null,
      redacted: { cause: 'rule', ruleId: 'r1' },
      renderings: {},
      tally: { agree: 3, pass: 1, disagree: 0 },
    });
    expect(contributions.get('c2')).toMatchObject({ parentId: 'c1', redacted: null });
  });

  it('[R4] takes a redacted contribution off the pins and off what is put to the panellists', () => {
    const { posed, pinned } = panelOf(
      threadOpened(),
      published('c1'),
      published('c2'),
      pinnedEvent('c1'),
      pinnedEvent('c2'),
      posedEvent('c1'),
      posedEvent('c2'),
      redacted('c1'),
    ).record;

    expect(pinned).toEqual(['c2']);
    expect(posed.map(({ contributionId }) => contributionId)).toEqual(['c2']);
  });

  it('[R4] shows no rendering that comes in after the redaction', () => {
    const late: PanelEvent = {
      type: 'ContributionRendered',
      contributionId: 'c1',
      lang: 'fr',
      body: { text: 'mots', interpreter: 'luc' },
    };

    const tombstone = panelOf(threadOpened(), published('c1'), redacted('c1'), late).record.contributions.get('c1');
    expect(tombstone?.words).toBeNull();
    expect(tombstone?.renderings).toEqual({});
  });

  it('[R5] puts what is published again back in its place', () => {
    const body = { text: 'after all', lang: 'en', author: 'ana' };
    const { contributions, published: count } = panelOf(
      threadOpened(),
      published('c1'),
      { type: 'Tallied', tallies: [{ contributionId: 'c1', agree: 1, pass: 0, disagree: 0 }] },
      redacted('c1'),
      published('c2'),
      published('c1', { again: true, body }),
    ).record;

    expect(contributions.get('c1')).toMatchObject({
      seq: 2,
      at: 1000,
      words: body,
      redacted: null,
      tally: { agree: 1 },
    });
    expect(count).toBe(2);
  });

  it('[R8] counts each standing contribution once, whatever is repeated', () => {
    const { record } = panelOf(
      threadOpened(),
      published('c1'),
      published('c1'),
      published('c2'),
      redacted('c2'),
      redacted('c2'),
    );

    expect(record.published).toBe(1);
    expect(record.threads.get('t')?.published).toBe(1);
  });

  it('[R1] keeps the life of a panel', () => {
    const { record } = panelOf(
      { type: 'PanelDrafted', forumId: 'f', title: 'Water', description: 'd', languages: ['en'], rules: [] },
      { type: 'PanelAmended', title: 'Clean water' },
      { type: 'PanelScheduled', startsAt: 5, endsAt: null },
      { type: 'PanelOpened' },
      { type: 'PanelPaused', reason: 'A break.' },
      { type: 'PublicationSet', mode: 'trusted', trustedAfter: 2 },
      { type: 'SlowModeSet', seconds: 30 },
    );

    expect(record).toMatchObject({
      phase: 'paused',
      forumId: 'f',
      title: 'Clean water',
      description: 'd',
      startsAt: 5,
      openedAt: 3000,
      closedAt: null,
      pausedAt: 4000,
      pauseReason: 'A break.',
      publication: { mode: 'trusted', trustedAfter: 2 },
      slowModeSeconds: 30,
      seq: 7,
    });
  });

  it('[R1] keeps a running panel running when its times change, and remembers its first opening', () => {
    const resumed = panelOf(
      { type: 'PanelOpened' },
      { type: 'PanelPaused', reason: '' },
      { type: 'PanelResumed' },
      { type: 'PanelScheduled', startsAt: 5, endsAt: 9 },
    ).record;

    expect(resumed).toMatchObject({ phase: 'open', openedAt: 0, pausedAt: null, startsAt: 5, endsAt: 9 });
    expect(panelOf({ type: 'PanelOpened' }, { type: 'PanelClosed' }, { type: 'PanelArchived' }).record).toMatchObject({
      phase: 'archived',
      closedAt: 1000,
    });
  });

  it('[R1] keeps who must answer, until when, and whether they did', () => {
    const asked = [threadOpened(), published('c1'), posedEvent('c1')];
    const answered: PanelEvent = { type: 'QuestionAnswered', contributionId: 'c1', answerId: 'c9', body: { by: 'bo' } };

    expect(panelOf(...asked, answered).record.posed).toEqual([
      {
        contributionId: 'c1',
        at: 2000,
        respondents: ['bo'],
        answerBy: 99,
        answers: [{ at: 3000, by: 'bo', answerId: 'c9' }],
        answered: { at: 3000, by: 'bo', answerId: 'c9' },
      },
    ]);
    expect(panelOf(...asked, answered, { type: 'QuestionReopened', contributionId: 'c1' }).record.posed).toMatchObject([
      { answered: null },
    ]);
    expect(panelOf(...asked, { type: 'QuestionUnposed', contributionId: 'c1' }).record.posed).toEqual([]);
  });
});

describe('the time to answer a posed question', () => {
  const paused: PanelEvent = { type: 'PanelPaused', reason: '' };
  const resumed: PanelEvent = { type: 'PanelResumed' };
  const left = (...events: readonly PanelEvent[]) => panelOf(threadOpened(), ...events).record.posed[0]?.answerBy;

  it('[H12] stands still while the panel is paused', () => {
    const asked = posedEvent('c1', 4000);
    expect(left(published('c1'), asked, paused, resumed)).toBe(5000);
    expect(left(published('c1'), asked, paused, paused, resumed)).toBe(6000);
    expect(left(published('c1'), asked, paused, resumed, resumed)).toBe(5000);
  });

  it('[H12] begins to run at the end of the pause in which the question was put', () => {
    expect(left(published('c1'), paused, posedEvent('c1', 9000), resumed)).toBe(10_000);
  });

  it('[H12] is over where it was over, and no question without a limit gets one', () => {
    expect(left(published('c1'), posedEvent('c1', 99), paused, resumed)).toBe(99);
    expect(left(published('c1'), posedEvent('c1', null), paused, resumed)).toBeNull();
  });
});

describe('answers to a posed question', () => {
  const answerOf = (by: string, answerId: string): PanelEvent => {
    return { type: 'QuestionAnswered', contributionId: 'c1', answerId, body: { by } };
  };
  const asked = [threadOpened(), published('c1'), posedEvent('c1')];
  const replies = [
    published('c8', { parentId: 'c1', kind: 'reply' }),
    published('c9', { parentId: 'c1', kind: 'reply' }),
  ];

  it('[R49] are kept one by one, so that whoever has not answered can be told', () => {
    const [question] = panelOf(...asked, ...replies, answerOf('bo', 'c8'), answerOf('cy', 'c9')).record.posed;
    expect(question?.answers.map(({ by }) => by)).toEqual(['bo', 'cy']);
    expect(question?.answered).toMatchObject({ by: 'cy' });
  });

  it('[R49] open the question again when the only one is redacted', () => {
    const history = [...asked, ...replies, answerOf('bo', 'c8'), answerOf('cy', 'c9')];
    const [still] = panelOf(...history, redacted('c9')).record.posed;
    expect(still).toMatchObject({ answers: [{ by: 'bo' }], answered: { by: 'bo' } });

    const [open] = panelOf(...history, redacted('c9'), redacted('c8')).record.posed;
    expect(open).toMatchObject({ answers: [], answered: null });
  });
});

function pinnedEvent(contributionId: string): PanelEvent {
  return { type: 'ContributionPinned', contributionId };
}

function posedEvent(contributionId: string, answerBy: number | null = 99): PanelEvent {
  return { type: 'QuestionPosed', contributionId, answerBy, body: { respondents: ['bo'] } };
}
