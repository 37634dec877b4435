import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { MineItem, MineView } from '../../domain/wire/views.js';
import { Board } from './board.js';
import type { Line } from './line.js';
import { PanelMine } from './panel-mine.js';
import { UNHEARD, type PanelShown } from './panel-shown.js';

const TURN = { since: 0, first: true, owed: [] };

describe('one’s own items', () => {
  let asked: number;
  let state: Line['state'];
  let mine: PanelMine;
  let place: number | null;

  beforeEach(() => {
    jest.useFakeTimers();
    [asked, state, place] = [0, 'live', 14];
    const line = {
      get state() {
        return state;
      },
      ask: () => Promise.resolve({ ok: true, value: viewOf(place, ++asked) }),
    } as unknown as Line;
    const board = new Board<PanelShown>({ ...UNHEARD, connection: 'live', outbox: [], outboxIsDurable: true } as never);
    mine = new PanelMine('panel', line, board, () => undefined);
  });
  afterEach(() => jest.useRealTimers());

  it('[Q58] are looked at again while one waits, for its place moves with what others do', async () => {
    const close = mine.open();
    await mine.ask();
    place = 3;
    await jest.advanceTimersByTimeAsync(20_000);
    expect(mine.view?.items[0]?.place).toBe(3);

    place = null;
    await jest.advanceTimersByTimeAsync(20_000);
    expect(asked).toBe(3);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(asked).toBe(3);
    close();
  });

  it('[Q58] are left alone without a connection, and once nobody looks', async () => {
    const close = mine.open();
    await mine.ask();
    state = 'reconnecting';
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(1);
    state = 'live';
    await jest.advanceTimersByTimeAsync(20_000);
    expect(asked).toBe(2);
    close();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(2);
  });
});

/** null: it does not wait any more. */
function viewOf(place: number | null, revision: number): MineView {
  const item = { contributionId: 'c1', place, turn: place === null ? null : TURN } as MineItem;
  return { panelId: 'panel', revision, items: [item], proposals: [], votes: {} };
}
