import type { Contribution, RecordState } from '../../domain/panel/state.js';

/** The contributions of one thread as a tree, in order of publication. */
export interface Exchange {
  readonly roots: readonly Contribution[];
  readonly repliesTo: (contributionId: string) => readonly Contribution[];
}

/** A reply whose parent is not held (the record begins later) stands at the top. */
export function exchangeOf({ contributions }: Pick<RecordState, 'contributions'>, threadId: string): Exchange {
  const roots: Contribution[] = [];
  const replies = new Map<string, Contribution[]>();
  const all = [...contributions.values()].filter((one) => one.threadId === threadId).sort((a, b) => a.seq - b.seq);

  for (const contribution of all) {
    const { parentId } = contribution;
    if (parentId === null || !contributions.has(parentId)) roots.push(contribution);
    else if (replies.has(parentId)) replies.get(parentId)?.push(contribution);
    else replies.set(parentId, [contribution]);
  }
  return { roots, repliesTo: (id) => replies.get(id) ?? [] };
}
