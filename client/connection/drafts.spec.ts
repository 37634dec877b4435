import { beforeEach, describe, expect, it } from '@jest/globals';
import { forgetDrafts, keepDraft, keptDraft } from './drafts.js';
import { Shelf } from './testing/local-storage.js';

describe('what somebody is writing', () => {
  let shelf: Shelf;

  beforeEach(() => {
    shelf = new Shelf();
    Object.assign(globalThis, { localStorage: shelf });
  });

  it('[R87] is there again at the place where it was written, with all that was chosen', () => {
    const draft = { text: 'Water', kind: 'question', lang: 'kk', attribution: 'role' } as const;
    expect(keepDraft('ana', 'panel/thread', draft)).toBe(true);

    expect(keptDraft('ana', 'panel/thread')).toEqual(draft);
    expect(keptDraft('ana', 'panel/other')).toBeNull();
  });

  it('[R87] is shown to nobody else, and goes with its author', () => {
    keepDraft('ana', 'panel/thread', { text: 'Ana’s' });
    keepDraft('an', 'panel/thread', { text: 'An’s' });
    expect(keptDraft('ben', 'panel/thread')).toBeNull();
    forgetDrafts('an');

    expect(keptDraft('an', 'panel/thread')).toBeNull();
    expect(keptDraft('ana', 'panel/thread')).toEqual({ text: 'Ana’s' });
  });

  it('is forgotten when its words are gone', () => {
    keepDraft('ana', 'panel/thread', { text: 'Water' });
    keepDraft('ana', 'panel/thread', { text: '' });
    expect(shelf.length).toBe(0);
  });

  it('[R87] says where this device keeps nothing, and begins empty where it holds something else', () => {
    shelf.refuses = true;
    expect(keepDraft('ana', 'panel/thread', { text: 'Water' })).toBe(false);
    shelf.refuses = false;
    shelf.setItem('draft/ana/panel/thread', '{"text":');
    expect(keptDraft('ana', 'panel/thread')).toBeNull();
    Reflect.deleteProperty(globalThis, 'localStorage');
    expect(keptDraft('ana', 'panel/thread')).toBeNull();
    expect(() => forgetDrafts('ana')).not.toThrow();
  });
});
