import { describe, expect, it } from '@jest/globals';
import { decided, panelOpened, publication, published, submitted, trusted } from '../../testing/facts.js';
import { given, type Given } from '../../testing/given.js';
import { moderator, participant } from '../../testing/people.js';
import type { PanelEvent, Screen } from '../events.js';
import { mineView } from '../visibility.js';

const says = (text: string) =>
  ({ type: 'submit', threadId: 't1', kind: 'question', text, lang: 'en', attribution: 'named' }) as const;

describe('what a machine has read first', () => {
  it.each([
    ['links', 'links', 'See https://example.org'],
    ['repeats', 'repeat', 'Who owns the well?'],
    ['newcomers', 'new', 'Whose is the spring?'],
  ] as const)('[M47] by %s is told to its author, until it is decided', (screen, held, text) => {
    const waits = screened(screen)
      .when(participant, says(text))
      .answers({ contributionId: 'new', standing: 'waiting' });
    expect(mine(waits.after)).toMatchObject({ standing: 'waiting', held });
    const after = waits.after.and(decided('new', 'decline'));
    expect(mine(after)).toMatchObject({ held: null, statement: { automated: true, decidedBy: 'moderator' } });
  });

  it('[M47] is told of no contribution that would have waited without it', () => {
    const waits = given(panelOpened, screening('links')).when(participant, says('See https://example.org')).after;
    expect(mine(waits)).toMatchObject({ standing: 'waiting', held: null });
    expect(mine(given(panelOpened, submitted('new'), decided('new', 'decline')))).toMatchObject({
      statement: { automated: false },
    });
  });

  it('[M47] is told where an outside service asked for it, and stays published', () => {
    const asked: PanelEvent = { type: 'Screened', contributionId: 'new', labels: ['spam'], hold: true };
    const flagged = given(panelOpened, trusted('new'), asked);
    expect(mine(flagged)).toMatchObject({ standing: 'review', held: 'service' });
  });
});

describe('a word with what is published', () => {
  it('[C20] reaches its author, with the publication or with a reversal', () => {
    const waiting = given(panelOpened, submitted('new')).held('new');
    const out = waiting.when(moderator, { type: 'publish', contributionId: 'new', note: 'Well said' }).after;
    expect(mine(out)).toMatchObject({ standing: 'published', note: 'Well said', statement: null });

    const letStand = {
      type: 'reverseDecision',
      contributionId: 'new',
      verdict: 'publish',
      note: 'We were wrong',
    } as const;
    const declined = given(panelOpened, submitted('new'), decided('new', 'decline'));
    expect(mine(declined)).toMatchObject({ note: '' });
    expect(mine(declined.when(moderator, letStand).after)).toMatchObject({ note: 'We were wrong' });
  });
});

function screened(screen: Screen): Given {
  return given(panelOpened, publication('after'), published('c0', { by: 'ana' }), screening(screen));
}

function screening(screen: Screen): PanelEvent {
  return { type: 'TreatmentSet', secondLook: 'off', differ: 'publish', screening: [screen] };
}

function mine({ panel, queues }: Given) {
  return mineView('panel', panel, 'participant', { votes: {}, review: queues.review }).items[0];
}
