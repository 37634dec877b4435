import { describe, expect, it } from '@jest/globals';
import { Board } from './board.js';

describe('what is shown', () => {
  it('[R89] is drawn once for all that changes within a frame', async () => {
    const board = new Board({ seq: 0, here: 0 });
    const drawn: unknown[] = [];
    board.listen(() => drawn.push(board.snapshot()));
    for (let seq = 1; seq <= 50; seq++) board.showSoon({ seq });
    expect([drawn, board.snapshot(), board.current]).toEqual([[], { seq: 0, here: 0 }, { seq: 50, here: 0 }]);

    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(drawn).toEqual([{ seq: 50, here: 0 }]);
  });

  it('takes what was put off along with what is shown now', async () => {
    const board = new Board({ seq: 0, here: 0 });
    let drawn = 0;
    board.listen(() => drawn++);
    board.showSoon({ seq: 1 });
    board.show({ here: 2 });
    expect(board.snapshot()).toEqual({ seq: 1, here: 2 });

    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(drawn).toBe(1);
  });
});
