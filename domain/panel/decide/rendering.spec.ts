import { describe, expect, it } from '@jest/globals';
import { given } from '../../testing/given.js';
import { panelOpened, published } from '../../testing/facts.js';
import { interpreter, moderator, participant } from '../../testing/people.js';

const kazakh = { type: 'render', contributionId: 'c1', lang: 'kk', text: 'Құдық кімдікі?' } as const;
const standing = given(panelOpened, published('c1'));

describe('rendering in another language', () => {
  it('[H10] puts the interpreter’s words beside the original', () => {
    const rendered = standing.when(interpreter, { ...kazakh, lang: 'KK' }).then({
      type: 'ContributionRendered',
      contributionId: 'c1',
      lang: 'kk',
      body: { text: 'Құдық кімдікі?', interpreter: 'interpreter' },
    });
    expect(rendered.after.panel.record.contributions.get('c1')).toMatchObject({
      words: { text: 'Who owns the well?', lang: 'en' },
      renderings: { kk: { text: 'Құдық кімдікі?' } },
    });
  });

  it('[H10] is replaced by a later one in the same language', () => {
    const body = { text: 'Бұл құдық кімдікі?', interpreter: 'moderator' };
    const twice = standing
      .when(interpreter, kazakh)
      .after.when(moderator, { ...kazakh, text: body.text })
      .then({ type: 'ContributionRendered', contributionId: 'c1', lang: 'kk', body }).after;
    expect(twice.panel.record.contributions.get('c1')?.renderings).toEqual({ kk: body });
  });

  it('[H10] is refused in the language of the original, when it is so, or in words that cannot be kept', () => {
    standing.when(interpreter, { ...kazakh, lang: 'EN' }).refuses('bad-request', { field: 'lang' });
    standing.when(interpreter, { ...kazakh, lang: '?' }).refuses('bad-request', { field: 'lang' });
    standing.when(interpreter, { ...kazakh, text: '' }).refuses('bad-text', { field: 'text' });
    standing.when(interpreter, kazakh).after.when(interpreter, kazakh).refuses('already-so');
  });

  it('[H10] is not for participants', () => {
    standing.when(participant, kazakh).refuses('not-allowed');
  });
});
