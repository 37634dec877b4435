import { describe, expect, it } from '@jest/globals';
import type { RecordEntry } from '../panel/events.js';
import { fitting } from './pages.js';

describe('what fits a page', () => {
  it('[R29] is whole entries up to a size, and never nothing', () => {
    const entries = ['short', 'қазақша', '公開討論', 'عربي', '🐪'].map(entry);
    const sizes = entries.map((each) => Buffer.byteLength(JSON.stringify(each)));
    for (let n = 1; n <= entries.length; n++) {
      const size = sizes.slice(0, n).reduce((sum, each) => sum + each, 0);
      expect(fitting(entries, size)).toBe(n);
      expect(fitting(entries, size - 1)).toBe(Math.max(n - 1, 1));
    }
    expect(fitting(entries, 1)).toBe(1);
    expect(fitting([], 1)).toBe(0);
  });
});

function entry(reason: string, i: number): RecordEntry {
  return { seq: i + 1, at: 0, event: { type: 'PanelPaused', reason } };
}
