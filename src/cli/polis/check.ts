import type { Entry, Journal } from '../../../domain/panel/events.js';
import type { PanelState } from '../../../domain/panel/state.js';
import { fold, initialState } from '../../../domain/panel/evolve.js';
import { journalOf } from '../../../domain/panel/journals.js';
import type { PolisPanel } from './panel.js';
import { countsOf } from './counts.js';
import type { Polis } from './read.js';

/**
 * Folds a made history as the server will and compares the result with the files it was made from. Returns the fold.
 *
 * @throws Error when they differ: a fault of this program, never of the files.
 */
export function checked(polis: Polis, panel: PolisPanel): PanelState {
  const state = fold(initialState, entriesOf(panel.events));
  const { contributions, published, declined, pending } = countsOf(polis);
  const standing = (which: string) => [...state.docket.items.values()].filter((item) => item.standing === which).length;

  expect('phase', state.record.phase, 'archived');
  expect('contributions', state.docket.items.size, contributions);
  expect('published', state.record.published, published);
  expect('published in the docket', standing('published'), published);
  expect('declined', standing('declined'), declined);
  expect('waiting', state.docket.waiting.size, pending);
  return state;
}

/** A history numbered as the log would. */
export function* entriesOf(events: PolisPanel['events']): Generator<Entry> {
  const seq: Record<Journal, number> = { record: 0, docket: 0 };
  let panelSeq = 0;
  for (const { at, event } of events) {
    const journal = journalOf(event);
    yield { journal, seq: ++seq[journal], panelSeq: ++panelSeq, at, event };
  }
}

function expect<T>(what: string, is: T, should: T): void {
  if (is !== should) {
    throw new Error(`The made history does not fold to what the files say: ${what} is ${is}, not ${should}.`);
  }
}
