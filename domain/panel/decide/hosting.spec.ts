import { describe, expect, it } from '@jest/globals';
import { given, NOON, type Told } from '../../testing/given.js';
import {
  answeredAloud,
  panelClosed,
  panelOpened,
  posed,
  published,
  redacted,
  submitted,
  threadClosed,
} from '../../testing/facts.js';
import { host, moderator, panellist, participant } from '../../testing/people.js';
import { PINNED_MAX } from '../limits.js';

const about = { contributionId: 'c1' } as const;
const standing = given(panelOpened, published('c1'));
const asked = standing.and(posed('c1'));

describe('posing a question', () => {
  it('[H7] puts it to the panellists', () => {
    standing.when(moderator, { type: 'pose', ...about }).then(posed('c1'));
  });

  it('[H7] names who is to answer, each once, and by when', () => {
    standing
      .when(host, { type: 'pose', ...about, respondents: ['ana', 'ben', 'ana'], answerBy: NOON + 1 })
      .then({ type: 'QuestionPosed', ...about, answerBy: NOON + 1, body: { respondents: ['ana', 'ben'] } });
  });

  it('[H7] asks for no answer by a time gone by', () => {
    standing.when(host, { type: 'pose', ...about, answerBy: NOON }).refuses('bad-request', { field: 'answerBy' });
  });

  it('[H7] happens once, until it is taken back', () => {
    asked.when(host, { type: 'pose', ...about }).refuses('already-so');
    asked
      .and(answeredAloud('c1'))
      .when(host, { type: 'pose', ...about })
      .refuses('already-so');
    asked
      .when(host, { type: 'unpose', ...about })
      .then({ type: 'QuestionUnposed', ...about })
      .after.when(host, { type: 'pose', ...about })
      .then(posed('c1'));
  });
});

describe('answering', () => {
  const answer = { type: 'answer', ...about, text: 'The village does.', lang: 'en' } as const;
  const reply = {
    contributionId: 'new',
    threadId: 't1',
    parentId: 'c1',
    kind: 'reply',
    body: { text: 'The village does.', lang: 'en', author: 'panellist' },
  } as const;

  it('[H8] publishes a reply at once', () => {
    asked
      .when(panellist, answer)
      .then(
        { type: 'Submitted', path: 'through', ...reply },
        { type: 'ContributionPublished', ...reply },
        { type: 'QuestionAnswered', ...about, answerId: 'new', body: { by: 'panellist' } },
      )
      .answers({ contributionId: 'new' });
  });

  it('[H8] is possible in a thread that is closed to others, and for more than one', () => {
    asked.and(threadClosed('t1'), answeredAloud('c1')).when(panellist, answer).answers({ contributionId: 'new' });
  });

  it('[H8] is refused to those who were not asked, and in words that cannot be kept', () => {
    asked.when(participant, answer).refuses('not-allowed');
    asked.when(panellist, { ...answer, text: '' }).refuses('bad-text', { field: 'text' });
    asked.when(panellist, { ...answer, lang: '?' }).refuses('bad-request', { field: 'lang' });
  });

  it('[H8] ends with the close', () => {
    asked.and(panelClosed).when(panellist, answer).refuses('panel-not-open');
  });
});

describe('the mark that a question is answered', () => {
  it('[H8] is set by the host when it was answered aloud', () => {
    asked
      .when(host, { type: 'markAnswered', ...about, by: 'ana' })
      .then({ type: 'QuestionAnswered', ...about, answerId: null, body: { by: 'ana' } });
    const answered = asked.when(host, { type: 'markAnswered', ...about }).then(answeredAloud('c1')).after;
    expect(answered.panel.record.posed[0]?.answered).toEqual({ at: NOON, by: null, answerId: null });
  });

  it('[H8] is taken off again', () => {
    asked
      .and(answeredAloud('c1'))
      .when(host, { type: 'reopenQuestion', ...about })
      .then({ type: 'QuestionReopened', ...about });
  });

  it('[H8] is not set or taken off twice', () => {
    asked
      .and(answeredAloud('c1'))
      .when(host, { type: 'markAnswered', ...about })
      .refuses('already-so');
    asked.when(host, { type: 'reopenQuestion', ...about }).refuses('already-so');
  });
});

describe('pinning', () => {
  const pinned = { type: 'ContributionPinned', ...about } as const;

  it('[H9] holds a contribution up, and lets it go', () => {
    standing
      .when(moderator, { type: 'pin', ...about })
      .then(pinned)
      .after.when(moderator, { type: 'unpin', ...about })
      .then({ type: 'ContributionUnpinned', ...about });
  });

  it('[H9] is refused when it is so', () => {
    standing
      .and(pinned)
      .when(host, { type: 'pin', ...about })
      .refuses('already-so');
    standing.when(host, { type: 'unpin', ...about }).refuses('already-so');
  });

  it('[H9] holds up at most five', () => {
    const ids = Array.from({ length: PINNED_MAX }, (_, i) => `p${i}`);
    const full = standing.and(
      ids.flatMap((contributionId) => [
        ...published(contributionId),
        { type: 'ContributionPinned', contributionId } as const,
      ]),
    );
    full.when(host, { type: 'pin', ...about }).refuses('pins-full');
    full
      .and({ type: 'ContributionUnpinned', contributionId: 'p0' })
      .when(host, { type: 'pin', ...about })
      .then(pinned);
  });
});

describe('what is not published', () => {
  const intents: readonly Told[] = [
    { type: 'pose', ...about },
    { type: 'unpose', ...about },
    { type: 'answer', ...about, text: 'Yes', lang: 'en' },
    { type: 'markAnswered', ...about },
    { type: 'reopenQuestion', ...about },
    { type: 'pin', ...about },
    { type: 'unpin', ...about },
    { type: 'render', ...about, lang: 'kk', text: 'Құдық кімдікі?' },
    { type: 'castVote', ...about, choice: 'agree' },
  ];

  it.each(intents)('[H7] is out of reach of $type', (intent) => {
    given(panelOpened).when(host, intent).refuses('no-such-contribution');
    given(panelOpened, submitted('c1')).when(host, intent).refuses('no-such-contribution');
    asked.and(redacted('c1')).when(host, intent).refuses('not-published');
  });

  it.each(intents.slice(1, 5))('[H7] or not posed is out of reach of $type', (intent) => {
    standing.when(host, intent).refuses('not-posed');
  });
});
