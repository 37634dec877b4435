import type { Reply } from '../../domain/wire/protocol.js';
import type { Likeness, SlateAudited, SlateView } from '../../domain/wire/slate.js';
import { call } from './api.js';

/** What the votes say should be put to the panellists next. For who hosts or moderates. */
export function slateOf(panelId: string): Promise<Reply<SlateView> | null> {
  return call(`/panels/${encodeURIComponent(panelId)}/slate`);
}

/** What a slate of one’s own does to the voters. */
export function auditOf(panelId: string, contributionIds: readonly string[]): Promise<Reply<SlateAudited> | null> {
  return call(`/panels/${encodeURIComponent(panelId)}/slate`, { contributionIds });
}

/** Questions that say almost the same. */
export function alikeOf(panelId: string): Promise<Reply<readonly Likeness[]> | null> {
  return call(`/panels/${encodeURIComponent(panelId)}/alike`);
}

/** The order a host made by hand, on this device. */
export function keptOrder(panelId: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(orderKey(panelId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function keepOrder(panelId: string, order: readonly string[]): void {
  try {
    localStorage.setItem(orderKey(panelId), JSON.stringify(order));
  } catch {
    // Where nothing can be kept it lives as long as the page.
  }
}

function orderKey(panelId: string): string {
  return `own-order/${panelId}`;
}
