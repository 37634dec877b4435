import type { RecordState } from './state.js';

/**
 * The contribution in whose favour the supporters of this one count: itself, unless it was merged. Where what it was merged
 * into is no longer shown, it stands for itself again.
 */
export function standsFor({ contributions }: Pick<RecordState, 'contributions'>, id: string): string {
  const met = new Set<string>();
  for (let at = id; !met.has(at);) {
    met.add(at);
    const into = contributions.get(at)?.mergedInto;
    if (into === undefined || !contributions.get(into)?.words) return at;
    at = into;
  }
  return id;
}
