import type { Story, StoryFloor } from '../story.js';
import { GROUPS } from './groups.js';
import { CREW, participantsBut } from './people.js';
import { DRY_YEAR } from './river-dry.js';
import { MEASURING } from './river-measure.js';
import { NEEDS } from './river-needs.js';

/** Those of the lower villages came later: they had the longer way. */
const FLOOR: StoryFloor = {
  slots: [{ at: 300, seconds: 90 }],
  asks: [
    { at: 310, by: 'grace' },
    { at: 318, by: 'tomas' },
    { at: 330, by: 'chloe' },
    { at: 345, by: 'rowan' },
    { at: 380, by: 'wenjing' },
    { at: 420, by: 'nurlan' },
    { at: 470, by: 'sami' },
    { at: 520, by: 'lidia' },
    { at: 600, by: 'siyuan' },
    { at: 640, by: 'oleg' },
    { at: 700, by: 'ines' },
    { at: 760, by: 'saule' },
    { at: 780, by: 'hanan' },
    { at: 820, by: 'hazel' },
    { at: 900, by: 'timofey' },
    { at: 980, by: 'layla' },
    { at: 1_060, by: 'mateo' },
    { at: 1_150, by: 'aigerim' },
    { at: 1_300, by: 'camille' },
    { at: 1_420, by: 'yuqing' },
    { at: 1_500, by: 'tomas' },
    { at: 1_900, by: 'oleg' },
    { at: 2_480, by: 'daulet' },
  ],
  calls: [
    { at: 420, lasts: 80 },
    { at: 540, lasts: 95 },
    { at: 690, lasts: 70 },
    { at: 840, lasts: 105 },
    { at: 1_000, lasts: 85, by: 'hanan' },
    { at: 1_150, lasts: 75 },
    { at: 1_300, lasts: 90 },
    { at: 1_450, lasts: 60 },
    { at: 1_600, lasts: 110 },
    { at: 1_750, lasts: 80 },
    { at: 1_900, lasts: 90 },
    { at: 2_060, lasts: 70 },
    { at: 2_220, lasts: 100 },
    { at: 2_380, lasts: 85 },
    { at: 2_550, lasts: 75, by: 'daulet' },
    { at: 2_720, lasts: 95 },
  ],
};

/** The panel to replay: an exercise in sharing a river that is on no map. */
export const RIVER: Story = {
  title: 'One river, two banks: an exercise in agreeing',
  description:
    'A mediation exercise about a river that is on no map. Those who play the upper villages and those who play the lower ones look for an agreement on the dry season before it begins. Everything here was written for demonstration.',
  languages: ['en', 'kk', 'ar', 'ru', 'fr', 'es', 'zh-Hans'],
  threads: [
    { key: 'needs', title: 'What each side needs, and when', lang: 'en' },
    { key: 'measure', title: 'Measuring together', lang: 'en' },
    { key: 'dry', title: 'If the year is dry', lang: 'en' },
  ],
  groups: GROUPS,
  cast: { ...CREW, ...participantsBut('etienne', 'jun', 'amal') },
  lines: [...NEEDS, ...MEASURING, ...DRY_YEAR],
  floor: FLOOR,
  lasts: 3_420,
};
