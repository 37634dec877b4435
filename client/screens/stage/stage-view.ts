import type { Contribution, Posed, RecordState } from '../../../domain/panel/state.js';

export interface StageScene {
  readonly scene: 'before' | 'question' | 'floor' | 'invite' | 'paused' | 'over';
  /** Questions before the panel, in order of posing; an answered one has left the stage. */
  readonly posed: readonly Posed[];
}

export function sceneOf({ phase, posed, contributions, floor }: RecordState): StageScene {
  const open = posed.filter(({ contributionId, answered }) => !answered && contributions.get(contributionId)?.words);
  if (phase === 'closed' || phase === 'archived') return { scene: 'over', posed: [] };
  if (phase !== 'open' && phase !== 'paused') return { scene: 'before', posed: [] };
  if (open.length > 0) return { scene: 'question', posed: open };
  if (floor.speaking) return { scene: 'floor', posed: [] };
  return { scene: phase === 'paused' ? 'paused' : 'invite', posed: [] };
}

export interface Version {
  readonly text: string;
  readonly lang: string;
}

/**
 * One text or two: in the languages asked for, as far as there are words in them. With nothing asked for, the original and
 * the first rendering.
 */
export function versionsOf({ words, renderings }: Contribution, languages: readonly string[]): readonly Version[] {
  if (!words) return [];
  const original = { text: words.text, lang: words.lang };
  const rendered = Object.entries(renderings).map(([lang, { text }]) => ({ text, lang }));
  const all = [original, ...rendered];
  if (languages.length === 0) return all.slice(0, 2);

  const asked = languages.flatMap((lang) => all.find((one) => one.lang === lang) ?? []);
  return asked.length > 0 ? asked : [original];
}

/** What is left of a time, for a countdown: days and hours while it is far, minutes and seconds when it is near. */
export function isNear(ms: number): boolean {
  return ms < 6 * 3_600_000;
}
