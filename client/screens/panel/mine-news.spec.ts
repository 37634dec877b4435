import { describe, expect, it } from '@jest/globals';

import type { MineItem } from '../../../domain/wire/views.js';
import { newsBetween } from './mine-news.js';

const item = (standing: MineItem['standing'], answeredAt?: number) =>
  ({
    contributionId: 'c1',
    standing,
    appeal: answeredAt === undefined ? null : { answer: { at: answeredAt } },
  }) as MineItem;

describe('what an author is told', () => {
  it('[M28] is a decision, once', () => {
    expect(newsBetween(item('waiting'), item('declined'))).toBe('declined');
    expect(newsBetween(item('declined'), item('declined'))).toBeNull();
    expect(newsBetween(undefined, item('declined'))).toBeNull();
    expect(newsBetween(item('revise'), item('waiting'))).toBeNull();
  });

  it('[M33] is the answer to an appeal, whatever it leads to', () => {
    expect(newsBetween(item('declined'), item('declined', 5))).toBe('answered');
    expect(newsBetween(item('declined'), item('waiting', 5))).toBe('answered');
    expect(newsBetween(item('declined'), item('revise', 5))).toBe('answered');
    expect(newsBetween(item('waiting', 5), item('declined', 5))).toBe('declined');
    expect(newsBetween(item('declined', 5), item('declined', 9))).toBe('answered');
  });
});
