import type { GroupTerms } from '../../../domain/panel/events.js';

const SOURCE = 'Written for demonstration';

/** Groups of the demonstration, each with a part of the turns that it is guaranteed. One may be of a bank and here for the first time. */
export const GROUPS: readonly GroupTerms[] = [
  { id: 'upper-villages', title: 'Upper villages', floor: 3_500, axis: 'bank', sensitive: false, source: SOURCE },
  { id: 'lower-villages', title: 'Lower villages', floor: 3_500, axis: 'bank', sensitive: false, source: SOURCE },
  { id: 'first-time', title: 'Here for the first time', floor: 4_000, axis: null, sensitive: false, source: SOURCE },
];

export const UPPER = ['upper-villages'] as const;
export const LOWER = ['lower-villages'] as const;
export const NEW_UPPER = ['upper-villages', 'first-time'] as const;
export const NEW_LOWER = ['lower-villages', 'first-time'] as const;
/** What somebody who looks at the demonstration counts for. */
export const VISITING = ['first-time'] as const;
