import { describe, expect, it } from '@jest/globals';
import { given as givenFloor, ended, floorOpened } from '../../domain/testing/floor.js';
import { isRecordEvent } from '../../domain/panel/journals.js';
import { NO_FILTER, ReplaySelection, ReplayStops } from './replay-stops.js';

describe('speeches in a replay', () => {
  const events = [floorOpened, ...givenFloor('r1', 'ana'), ended('r1', 75), ...givenFloor('r2', 'ben')];
  const stops = new ReplayStops();
  for (const [i, event] of events.filter(isRecordEvent).entries()) {
    stops.add({ seq: i + 1, at: i * 1000, event }, i * 1000);
  }

  it('[F17] stand where they began, with the time they took once that is read', () => {
    expect(stops.all.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['speech', 2],
      ['speech', 4],
    ]);
    expect(stops.all.map(({ speech }) => speech)).toEqual([
      { requestId: 'r1', who: { speaker: 'ana' }, isOverride: false, seconds: 75 },
      { requestId: 'r2', who: { speaker: 'ben' }, isOverride: false, seconds: null },
    ]);
  });

  it('[F17] are rows of their own beside what was written, and are not found by words', () => {
    const all = new ReplaySelection(NO_FILTER, stops, () => undefined);
    all.scanOn(() => true);
    expect(all.speechesUpTo(3)).toBe(1);
    expect(all.rows).toEqual([]);
    const found = new ReplaySelection({ threadId: null, words: 'ana' }, stops, () => undefined);
    found.scanOn(() => true);
    expect(found.speeches).toEqual([]);
  });
});
