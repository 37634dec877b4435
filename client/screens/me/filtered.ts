import type { MineItem, MineProposal, OwnPanel } from '../../../domain/wire/views.js';

export const FILTERS = ['all', 'waiting', 'revise', 'published', 'refused', 'lapsed', 'withdrawn'] as const;
export type Filter = (typeof FILTERS)[number];

/** The panels in which there is something of this kind, each with that alone; within a panel the latest first. */
export function filtered(panels: readonly OwnPanel[], filter: Filter): readonly OwnPanel[] {
  return panels
    .map((own) => ({ ...own, mine: { ...own.mine, items: itemsOf(own, filter), proposals: proposalsOf(own, filter) } }))
    .filter(({ mine }) => mine.items.length + mine.proposals.length > 0);
}

function itemsOf({ mine }: OwnPanel, filter: Filter): readonly MineItem[] {
  return mine.items.filter(({ standing }) => fits(standing, filter)).sort((a, b) => b.at - a.at);
}

function proposalsOf({ mine }: OwnPanel, filter: Filter): readonly MineProposal[] {
  return mine.proposals.filter(({ standing }) => fits(standing, filter));
}

function fits(standing: MineItem['standing'], filter: Filter): boolean {
  if (filter === 'all') return true;
  if (filter === 'published') return standing === 'published' || standing === 'review';
  if (filter === 'refused') return standing === 'declined' || standing === 'redacted';
  return standing === filter;
}
