import { describe, expect, it } from '@jest/globals';
import { auc } from '../../testing/chance.js';
import { type Crowd, type Seen, type Watched, watchedPanel } from '../../testing/watched-panel.js';

const PANELS = 16;
/** Beyond chance, and beyond what the same people show where none of them counts for anything. */
const AT_MOST = 0.09;
const CROWDS: Readonly<Record<string, Crowd>> = {
  'a fifth with a floor of 18 %': { members: 0.2, floor: 1800 },
  'a fifth with a floor of 30 %': { members: 0.2, floor: 3000 },
  'a tenth with a floor of 25 %': { members: 0.1, floor: 2500 },
  'a fifth that comes later, with a floor of 25 %': { members: 0.2, floor: 2500, isLate: true },
};

/** By which a moderator may guess who is of the group: whoever has more of it, or less. */
const CLUES: Readonly<Record<string, (seen: Seen) => number>> = {
  order: ({ order }) => -order,
  waiting: ({ waiting }) => waiting,
  oldest: ({ oldest }) => oldest,
  overtook: ({ overtook }) => overtook,
  jumped: ({ jumped }) => jumped,
  awaitsSecond: ({ awaitsSecond }) => awaitsSecond,
};

/** A moderator who keeps all that ever came to them, asks for all there is, and guesses who is of the group. */
describe('what a moderator can learn of groups', () => {
  it.each(Object.keys(CROWDS))('[Q55] no clue tells more than chance who is of the group: %s', (name) => {
    const crowd = CROWDS[name] as Crowd;
    for (const looksAhead of [0, 2]) {
      const panels = panelsOf(crowd, looksAhead);
      const without = crowd.isLate ? panelsOf({ ...crowd, isUnknown: true }, looksAhead) : [];
      for (const [clue, score] of Object.entries(CLUES)) {
        const chance = crowd.isLate ? auc(without, score) : 0.5;
        const told = Math.abs(auc(panels, score) - chance);
        expect({ clue, looksAhead, told: told <= AT_MOST || told }).toEqual({ clue, looksAhead, told: true });
      }
    }
  });

  it('[Q55] names no group, no author, no time of sending and no reason', () => {
    const { wire } = watchedPanel(99, { members: 0.2, floor: 1800 }, { keepsWire: true });
    for (const word of ['canary', 'member-', 'other-', 'BALANCE', 'FIRST_VOICE', 'WAITED', 'submittedAt', 'readyAt']) {
      expect(wire.join('\n')).not.toContain(word);
    }
  });
});

function panelsOf(crowd: Crowd, looksAhead: number): readonly Watched[] {
  return Array.from({ length: PANELS }, (_, seed) => watchedPanel(seed + 1, crowd, { looksAhead }));
}
