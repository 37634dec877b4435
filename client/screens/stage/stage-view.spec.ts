import { describe, expect, it } from '@jest/globals';
import type { Contribution, Phase, RecordState } from '../../../domain/panel/state.js';
import { sceneOf, versionsOf } from './stage-view.js';

const WORDS = { text: 'Кто решает?', lang: 'ru', author: 'ana' };

describe('the stage', () => {
  it('shows the questions before the panel, and none that were answered or taken from the record', () => {
    const { scene, posed } = sceneOf(panel('open', { a: 'open', b: 'answered', c: 'redacted', d: 'open' }));
    expect(scene).toBe('question');
    expect(posed.map(({ contributionId }) => contributionId)).toEqual(['a', 'd']);
  });

  it.each([
    ['draft', 'before'],
    ['scheduled', 'before'],
    ['open', 'invite'],
    ['paused', 'paused'],
    ['closed', 'over'],
    ['archived', 'over'],
  ] as const)('of a panel that is %s without a question shows: %s', (phase, scene) => {
    expect(sceneOf(panel(phase)).scene).toBe(scene);
  });

  it('keeps its question through a pause and lets it go at the close', () => {
    expect(sceneOf(panel('paused', { a: 'open' })).scene).toBe('question');
    expect(sceneOf(panel('closed', { a: 'open' })).scene).toBe('over');
  });

  it('[F16] shows who speaks where no question is before the panel', () => {
    expect(sceneOf(panel('open', {}, true)).scene).toBe('floor');
    expect(sceneOf(panel('paused', {}, true)).scene).toBe('floor');
    expect(sceneOf(panel('open', { a: 'open' }, true)).scene).toBe('question');
    expect(sceneOf(panel('closed', {}, true)).scene).toBe('over');
  });

  it('shows the original and one rendering, or the languages asked for', () => {
    const one = said({ en: 'Who decides?', kk: 'Кім шешеді?' });
    expect(langs(one, [])).toEqual(['ru', 'en']);
    expect(langs(one, ['kk', 'ru'])).toEqual(['kk', 'ru']);
    expect(langs(one, ['ar', 'kk'])).toEqual(['kk']);
    expect(langs(one, ['ar'])).toEqual(['ru']);
  });
});

function panel(
  phase: Phase,
  posed: Readonly<Record<string, 'open' | 'answered' | 'redacted'>> = {},
  isSpeaking = false,
): RecordState {
  const all = Object.entries(posed);
  return {
    phase,
    floor: { speaking: isSpeaking ? {} : null },
    posed: all.map(([contributionId, state]) => ({ contributionId, answered: state === 'answered' ? {} : null })),
    contributions: new Map(all.map(([id, state]) => [id, { words: state === 'redacted' ? null : WORDS }])),
  } as unknown as RecordState;
}

function said(renderings: Readonly<Record<string, string>>): Contribution {
  const made = Object.entries(renderings).map(([lang, text]) => [lang, { text, interpreter: 'ida' }]);
  return { words: WORDS, renderings: Object.fromEntries(made) } as unknown as Contribution;
}

function langs(contribution: Contribution, asked: readonly string[]): readonly string[] {
  return versionsOf(contribution, asked).map(({ lang }) => lang);
}
