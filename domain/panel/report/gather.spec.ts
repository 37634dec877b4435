import { describe, expect, it } from '@jest/globals';
import { reportOf } from '../../amplify/report/report.js';
import { audit } from '../../amplify/slate/audit.js';
import { decided, entriesOf, published, submitted, threadOpened } from '../../testing/entries.js';
import { asked, ended, floorOpened, given } from '../../testing/floor.js';
import type { PanelEvent } from '../events.js';
import { fold, initialState } from '../evolve.js';
import { electorateOf, type Votes } from '../views/slate.js';
import { reportInput } from './gather.js';

/** A second lies between two facts. */
function inputOf(events: readonly PanelEvent[], votes: readonly Votes[] = []) {
  return reportInput({ entries: entriesOf(events), profiles: () => [], claimsOf: () => [], votes });
}

describe('who asked, and how long they waited', () => {
  it('[P20] what is published without waiting asks for nothing', () => {
    const answers = ['p1', 'p2', 'p3', 'p4', 'p5'].flatMap((panellist): readonly PanelEvent[] => [
      submitted(`by-${panellist}`, panellist, { path: 'through', kind: 'reply', parentId: 'q' }),
      published(`by-${panellist}`, { kind: 'reply', parentId: 'q' }),
    ]);
    const asking = [submitted('q', 'ana'), decided('q', 'publish'), published('q')];
    const input = inputOf([threadOpened(), ...asking, ...answers]);
    expect([...input.people.keys()]).toEqual(['ana']);
    expect(input.people.get('ana')).toMatchObject({ asked: true, turns: 1, firstWait: { ms: 1000, ended: true } });

    const others = ['bo', 'cy', 'di', 'eve'].flatMap((seat) => [
      submitted(`q-${seat}`, seat),
      decided(`q-${seat}`, 'publish'),
    ]);
    const report = reportOf(inputOf([threadOpened(), ...asking, ...others, ...answers]));
    expect(report.people).toEqual({ hidden: false, value: { asked: 5, heard: 5, rate: 100 } });
    expect(report.declines.all).toEqual({ hidden: false, value: { decisions: 5, declined: 0 } });
  });

  it('[P20] what was withdrawn was waited for until then and no longer', () => {
    const { people } = inputOf([
      submitted('c1', 'ana'),
      submitted('c2', 'bo'),
      { type: 'Withdrawn', contributionId: 'c1' },
      { type: 'Withdrawn', contributionId: 'none' },
      { type: 'PanelClosed' },
    ]);
    expect(people.get('ana')).toMatchObject({
      asked: true,
      firstWait: { ms: 2000, ended: false },
      decisions: [{ outcome: 'pending', ms: 2000 }],
    });
    expect(people.get('bo')?.firstWait).toEqual({ ms: 3000, ended: false });
  });

  it('[P20] whoever left the floor asked all the same, until they left', () => {
    const { people } = inputOf([
      floorOpened,
      asked('r1', 'ana'),
      asked('r2', 'bo'),
      asked('r3', 'cy'),
      { type: 'FloorLeft', requestId: 'r1' },
      ...given('r2', 'bo'),
      ended('r2', 60),
      { type: 'PanelClosed' },
    ]);
    expect(people.get('ana')).toMatchObject({ asked: true, turns: 0, firstWait: { ms: 3000, ended: false } });
    expect(people.get('bo')?.firstWait).toMatchObject({ ended: true });
    expect(people.get('cy')?.firstWait).toEqual({ ms: 5000, ended: false });
  });
});

describe('turns out of order', () => {
  it('[P24] an act on many is one for each, as it is charged; taking out of the record is none', () => {
    const bulk = { ...decided('c2', 'publish'), bulk: 'b' } as PanelEvent;
    const { overrides, selections } = inputOf([
      submitted('c1', 'ana'),
      submitted('c2', 'bo'),
      submitted('c3', 'cy', { path: 'review' }),
      { type: 'Taken', contributionId: 'c1', by: 'mo', until: 500_000, lane: 'equity' },
      decided('c1', 'publish'),
      bulk,
      decided('c3', 'redact'),
    ]);
    expect({ overrides, selections }).toEqual({ overrides: 1, selections: 2 });
  });

  it('[P24] a lease that ran out leaves nothing behind for a decision out of order', () => {
    const { overrides, selections } = inputOf([
      submitted('c1', 'ana'),
      { type: 'Taken', contributionId: 'c1', by: 'mo', until: 1_500, lane: 'equity' },
      { type: 'PanelPaused', reason: '' },
      decided('c1', 'publish'),
    ]);
    expect({ overrides, selections }).toEqual({ overrides: 1, selections: 1 });
  });
});

describe('what was put to the panel', () => {
  const events: readonly PanelEvent[] = [
    threadOpened(),
    published('q1'),
    published('q2'),
    published('aside', { kind: 'comment' }),
    { type: 'ContributionMerged', contributionId: 'q2', into: 'q1' },
    { type: 'QuestionPosed', contributionId: 'q1', answerBy: null, body: null },
  ];
  const votes: readonly Votes[] = Array.from({ length: 15 }, (_, i) => ({
    contributionId: i < 5 ? 'q1' : i < 10 ? 'q2' : 'aside',
    seat: `v${i}`,
    choice: 'agree' as const,
  }));

  it('[P21] counts the voters and items of the live slate: merged ones for what they were merged into', () => {
    const { posed } = inputOf(events, votes);
    const { input } = electorateOf(fold(initialState, entriesOf(events)).record, votes);
    const live = audit({ ...input, seats: 0 }, []);
    expect(posed).toEqual([{ coverage: live.coverage, alphaJR: live.alphaJr, leftOut: 0 }]);
    expect(posed[0]?.coverage).toBe(1);
  });

  it('[P21] tells it question by question', () => {
    const two = [
      ...events,
      published('q3'),
      { type: 'QuestionPosed', contributionId: 'q3', answerBy: null, body: null },
    ];
    const more = ['w1', 'w2', 'w3', 'w4', 'w5'].map((seat) => ({
      contributionId: 'q3',
      seat,
      choice: 'agree' as const,
    }));
    const { posed } = inputOf(two as readonly PanelEvent[], [...votes, ...more]);
    expect(posed.map(({ coverage, leftOut }) => [coverage, leftOut])).toEqual([
      [10 / 15, 5],
      [1, 0],
    ]);
  });
});
