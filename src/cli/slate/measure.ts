import { audit } from '../../../domain/amplify/slate/audit.js';
import { heardIn } from '../../../domain/amplify/slate/heard.js';
import type { PolisVotes } from './votes.js';

/** Shares are fractions of 1. */
export interface SlateFigures {
  readonly coverage: number;
  /** Coverage of the opinion group covered least. Null: no group is large enough. */
  readonly worstCluster: number | null;
  readonly alphaJR: number;
  readonly alphaEJRplus: number;
  /** Ids of comments, in order. */
  readonly items: readonly number[];
}

const CLUSTER_FROM = 5;

export function figuresOf(votes: PolisVotes, chosen: readonly number[]): SlateFigures {
  const { coverage, alphaJr, alphaEjrPlus } = audit(votes.input, chosen);
  return {
    coverage,
    worstCluster: worstCluster(votes, chosen),
    alphaJR: alphaJr,
    alphaEJRplus: alphaEjrPlus,
    items: chosen.map((item) => votes.items[item] ?? -1),
  };
}

/** What a list by votes alone would choose. */
export function mostSupported({ input: { support, seats } }: PolisVotes): readonly number[] {
  const votes = (item: number) => support[item]?.length ?? 0;
  return [...support.keys()].sort((a, b) => votes(b) - votes(a) || a - b).slice(0, seats);
}

/** Counts those who support anything at all, in groups of at least five of them. */
function worstCluster({ input, groups }: PolisVotes, chosen: readonly number[]): number | null {
  const supports = heardIn(input, [...input.support.keys()]);
  const heard = heardIn(input, chosen);
  const clusters = new Map<string, { all: number; covered: number }>();
  for (const [voter, group] of groups.entries()) {
    if (group === '' || supports[voter] === 0) continue;
    const cluster = clusters.get(group) ?? { all: 0, covered: 0 };
    cluster.all++;
    if ((heard[voter] ?? 0) > 0) cluster.covered++;
    clusters.set(group, cluster);
  }

  const shares = [...clusters.values()]
    .filter(({ all }) => all >= CLUSTER_FROM)
    .map(({ all, covered }) => covered / all);
  return shares.length === 0 ? null : Math.min(...shares);
}
