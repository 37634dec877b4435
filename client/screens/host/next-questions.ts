import type { Contribution, RecordState } from '../../../domain/panel/state.js';

export interface Wish {
  readonly words: string;
  /** '' for all of them. */
  readonly threadId: string;
  readonly order: 'support' | 'newest';
}

/** Published questions that are not before the panel and have not been, as the host wishes to see them. */
export function nextQuestions({ contributions, posed }: RecordState, wish: Wish): readonly Contribution[] {
  const put = new Set(posed.map(({ contributionId }) => contributionId));
  const words = wish.words.trim().toLocaleLowerCase();
  const found: Contribution[] = [];
  for (const [id, one] of contributions) {
    if (one.kind !== 'question' || !one.words || put.has(id)) continue;
    if (wish.threadId && one.threadId !== wish.threadId) continue;
    if (words && !one.words.text.toLocaleLowerCase().includes(words)) continue;
    found.push(one);
  }
  return found.sort(wish.order === 'newest' ? byNewest : bySupport);
}

/** Most who agree first, then fewest who disagree, then the longest there. */
function bySupport(a: Contribution, b: Contribution): number {
  const [one, other] = [a.tally ?? NONE, b.tally ?? NONE];
  return other.agree - one.agree || one.disagree - other.disagree || a.seq - b.seq;
}

function byNewest(a: Contribution, b: Contribution): number {
  return b.seq - a.seq;
}

const NONE = { agree: 0, pass: 0, disagree: 0 };
