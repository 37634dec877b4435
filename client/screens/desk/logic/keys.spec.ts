import { describe, expect, it } from '@jest/globals';
import { actOf, DESK_KEYS, type DeskMoment } from './keys.js';

const READING: DeskMoment = {
  hasItem: true,
  form: null,
  isReady: true,
  isHidden: false,
  isEscalated: false,
  isAppeal: false,
  hasExchange: true,
  hasPassed: true,
  canUndo: true,
  isHistory: false,
  isFocused: false,
  showsReasons: false,
  rules: 7,
};

describe('a key at the desk', () => {
  it('does what is printed on its button', () => {
    expect(acts('jkfdvezurxh?', READING)).toEqual([
      'next',
      'previous',
      'publish',
      'decline',
      'revise',
      'escalate',
      'focus',
      'undo',
      'reasons',
      'exchange',
      'history',
      'help',
    ]);
    expect(actOf(' ', READING)).toBe('next');
  });

  it('decides nothing without a connection or while something is under way', () => {
    expect(acts('jkfdveu', { ...READING, isReady: false })).toEqual([]);
    expect(acts('xz?h', { ...READING, isReady: false })).toEqual(['exchange', 'focus', 'help', 'history']);
  });

  it('decides nothing on words that were not uncovered', () => {
    const hidden = { ...READING, isHidden: true };
    expect(acts('fdve', hidden)).toEqual([]);
    expect(acts('jb', hidden)).toEqual(['next', 'reveal']);
  });

  it('takes the next where nothing is on the table, and decides nothing', () => {
    expect(acts('jfdvexrz', { ...READING, hasItem: false })).toEqual(['next']);
  });

  it('picks a rule where the rules are in sight, as many as there are', () => {
    expect(actOf('2', READING)).toBeNull();
    expect(actOf('2', { ...READING, showsReasons: true })).toBe('rule-2');
    expect(actOf('2', { ...READING, form: 'decline' })).toBe('rule-2');
    expect(actOf('8', { ...READING, form: 'decline' })).toBeNull();
    expect(actOf('2', { ...READING, form: 'escalate' })).toBeNull();
  });

  it('confirms and leaves in a form, and does not decide otherwise there', () => {
    const form = { ...READING, form: 'decline' as const };
    expect(actOf('Enter', form)).toBe('confirm');
    expect(actOf('Escape', form)).toBe('leave');
    expect(acts('jkfdveuh', form)).toEqual([]);
    expect(actOf('Enter', READING)).toBeNull();
  });

  it('leaves an item handed on already where it is', () => {
    expect(actOf('e', { ...READING, isEscalated: true })).toBeNull();
  });

  it('knows the history, its way back, and nothing else while the history is open', () => {
    const history = { ...READING, isHistory: true };
    expect(DESK_KEYS.filter((key) => actOf(key, history) !== null)).toEqual(['h', '?', 'Escape']);
  });
});

function acts(keys: string, moment: DeskMoment) {
  return [...keys].map((key) => actOf(key, moment)).filter((act) => act !== null);
}
