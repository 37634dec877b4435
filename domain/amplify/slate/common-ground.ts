import { EPSILON } from './price.js';

/** How one cluster of voters voted on one item. */
export interface ClusterVotes {
  readonly agree: number;
  /** Agree, pass and disagree together. */
  readonly votes: number;
}

const COMMON_FROM = 0.6;

/**
 * Whether an item is common ground: agreed to in every cluster. Smoothed as Polis does, so that a cluster that hardly voted
 * says neither yes nor no. A label only: as a way to choose it leaves groups out.
 */
export function isCommonGround(clusters: readonly ClusterVotes[]): boolean {
  return (
    clusters.length > 0 && clusters.every(({ agree, votes }) => (agree + 1) / (votes + 2) >= COMMON_FROM - EPSILON)
  );
}
