import type { Posed } from '../../domain/panel/state.js';
import { useNow } from '../ui/now.js';

/** ms left to answer, 0 when it is over: it stands still while the panel is paused. null: there is no limit. */
export function useTimeLeft(
  { at, answerBy }: Pick<Posed, 'at' | 'answerBy'>,
  pausedAt: number | null,
  stepMs?: number,
): number | null {
  const now = useNow(stepMs);
  if (answerBy === null) return null;
  return Math.max(0, answerBy - (pausedAt === null ? now : Math.max(pausedAt, at)));
}
