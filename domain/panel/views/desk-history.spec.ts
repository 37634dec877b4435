import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AUTHOR_MARK, lawfulHistory } from '../../testing/arbitrary-history.js';
import { decided, panelOf, published, redacted, submitted, threadOpened } from '../../testing/entries.js';
import type { DecisionMade } from '../../wire/views.js';
import type { DocketEvent, PanelEvent } from '../events.js';
import { fold, initialState } from '../evolve.js';
import { openAppeal, owedSecondLook } from '../looks.js';
import type { PanelState } from '../state.js';
import { deskHistory, seatsInHistory } from '../visibility.js';

const RULE = { id: 'r1', title: 'On topic', text: 'Speak to the subject.' };

describe('the history of the desk', () => {
  it('[V15] tells every decision, newest first, with who decided and where the item stands', () => {
    const panel = panelOf(
      threadOpened(),
      submitted('c1'),
      submitted('c2', 'bo'),
      decided('c1', 'decline', 'mo'),
      decided('c2', 'publish', 'mia'),
      reversed('c1', 'publish', 'mia'),
    );

    expect(history(panel)).toEqual([
      made({ order: 3, contributionId: 'c1', verdict: 'publish', by: 'mia', note: 'on topic', reversal: true }),
      made({ order: 2, contributionId: 'c2', verdict: 'publish', by: 'mia' }),
      made({ order: 1, contributionId: 'c1', verdict: 'decline', rule: RULE, inForce: false }),
    ]);
  });

  it('[V15] keeps what was undone, and says what is the last word', () => {
    const undone: DocketEvent = { type: 'DecisionUndone', contributionId: 'c1', by: 'mo' };
    const back: DocketEvent = { type: 'Resubmitted', contributionId: 'c2', body: { text: 'new', lang: 'en' } };
    const panel = panelOf(
      submitted('c1'),
      decided('c1', 'publish'),
      undone,
      submitted('c2', 'bo'),
      decided('c2', 'revise'),
      back,
    );

    expect(history(panel)).toMatchObject([
      { contributionId: 'c2', text: 'new', undone: false, inForce: false, standing: 'waiting' },
      { contributionId: 'c1', undone: true, inForce: false, standing: 'waiting' },
    ]);
  });

  it('[V15] leaves out the decisions on what whoever looks wrote themselves', () => {
    const panel = panelOf(
      submitted('c1', 'mia'),
      submitted('c2', 'bo'),
      decided('c1', 'decline'),
      decided('c2', 'publish'),
    );

    expect(history(panel, 'mia').map(({ contributionId }) => contributionId)).toEqual(['c2']);
    expect(history(panel, 'moe').map(({ contributionId }) => contributionId)).toEqual(['c2', 'c1']);
  });

  it('[V15] leaves out what somebody has still to look at again or to answer, but for who decided alone', () => {
    const hidden = { ...(decided('c1', 'redact') as Extract<DocketEvent, { type: 'Decided' }>), second: true as const };
    const alone = [submitted('c1'), decided('c1', 'publish', 'mia'), published('c1'), hidden, redacted('c1')];
    expect(history(panelOf(...alone), 'moe')).toEqual([]);
    expect(history(panelOf(...alone), 'mia')).toEqual([]);
    expect(history(panelOf(...alone), 'mo')).toMatchObject([{ verdict: 'redact' }, { verdict: 'publish' }]);
    const confirmed = [...alone, decided('c1', 'redact', 'mia')];
    expect(history(panelOf(...confirmed), 'moe')).toHaveLength(3);

    const appeal: PanelEvent = { type: 'Appealed', contributionId: 'c2', body: { note: 'Why?' } };
    const appealed = [submitted('c2'), decided('c2', 'decline'), appeal];
    expect(history(panelOf(...appealed), 'moe')).toEqual([]);
    expect(history(panelOf(...appealed), 'mo')).toMatchObject([{ verdict: 'decline' }]);
  });

  it('[V15] shows no author and no time', () => {
    fc.assert(
      fc.property(lawfulHistory(), (entries) => {
        const shown = JSON.stringify(history(fold(initialState, entries), 'anybody', entries.length));
        expect(shown).not.toContain(AUTHOR_MARK);
        expect(shown).not.toMatch(/\d{13}/);
      }),
    );
  });

  it('[V15] is read page by page, each decision once, as many as there are', () => {
    fc.assert(
      fc.property(lawfulHistory(), fc.integer({ min: 1, max: 7 }), (entries, limit) => {
        const panel = fold(initialState, entries);
        const orders: number[] = [];
        for (let before: number | null = Infinity; before !== null;) {
          const stretch = { seat: 'anybody', before, limit };
          const page = deskHistory('p', panel, stretch, (seat) => seat);
          expect(page.decisions.length).toBeLessThanOrEqual(limit);
          expect([...seatsInHistory(panel, stretch)].sort()).toEqual(
            [...new Set(page.decisions.map(({ by }) => by.seat))].sort(),
          );
          orders.push(...page.decisions.map(({ order }) => order));
          before = page.next;
        }

        const told = [...panel.docket.items.values()].filter((item) => !owedSecondLook(item) && !openAppeal(item));
        const made = told.flatMap(({ decisions }) => decisions.map(({ order }) => order));
        expect(orders).toEqual(made.sort((a, b) => b - a));
      }),
    );
  });
});

function history(panel: PanelState, seat = 'moe', limit = 50): readonly DecisionMade[] {
  return deskHistory('p', panel, { seat, limit }, (by) => `Name of ${by}`).decisions;
}

function made({ by = 'mo', ...more }: Partial<Omit<DecisionMade, 'by'>> & { by?: string }): DecisionMade {
  return {
    order: 0,
    contributionId: '',
    threadTitle: 'Rivers',
    kind: 'question',
    text: `words of ${more.contributionId}`,
    lang: 'en',
    verdict: 'publish',
    rule: null,
    note: 'because',
    by: { seat: by, name: `Name of ${by}` },
    undone: false,
    reversal: false,
    inForce: true,
    standing: 'published',
    ...more,
  };
}

function reversed(contributionId: string, verdict: 'publish' | 'decline', by: string): DocketEvent {
  const rule = verdict === 'publish' ? null : RULE;
  return { type: 'DecisionReversed', contributionId, by, verdict, rule, body: { note: 'on topic' } };
}
