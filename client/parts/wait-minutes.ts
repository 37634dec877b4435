import type { WaitStep } from '../../domain/wire/views.js';

/** The number in the words for a wait, so that it is written in the digits of the reader like every other. */
export const WAIT_MINUTES: Readonly<Record<WaitStep, number>> = {
  none: 0,
  'under-1-min': 1,
  'under-5-min': 5,
  'under-15-min': 15,
  'over-15-min': 15,
};
