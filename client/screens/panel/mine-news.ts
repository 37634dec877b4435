import type { Standing } from '../../../domain/panel/state.js';
import type { MineItem } from '../../../domain/wire/views.js';

export type News = Standing | 'answered';

const TOLD: readonly Standing[] = ['published', 'declined', 'revise', 'redacted', 'lapsed'];

/** An answer to an appeal is told as such, also where the item stands as it stood or only waits again. */
export function newsBetween(was: MineItem | undefined, now: MineItem): News | null {
  if (!was) return null;
  const answer = now.appeal?.answer?.at;
  if (answer !== undefined && answer !== was.appeal?.answer?.at) return 'answered';
  return was.standing !== now.standing && TOLD.includes(now.standing) ? now.standing : null;
}
