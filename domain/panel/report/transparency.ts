import type { Entry, Verdict } from '../events.js';
import { isDocketEvent } from '../journals.js';

/** What moderation did in one panel or several. Every number is a count of entries of the docket; none is of a person. */
export interface Transparency {
  readonly panels: number;
  readonly submitted: number;
  readonly resubmitted: number;
  readonly withdrawn: number;
  /** Decisions that took effect, undone ones left out. */
  readonly decisions: Readonly<Record<Verdict, number>>;
  /** Restrictions by the id of the rule they name; `none` where they name none. */
  readonly byRule: Readonly<Record<string, number>>;
  /** First looks at a decline that somebody else was to look at too, and how many of these were declined in the end. */
  readonly secondLooks: { readonly asked: number; readonly confirmed: number };
  readonly undone: number;
  readonly reversed: number;
  readonly handedOn: number;
  /** Decided as part of one act on many. */
  readonly inBulk: number;
  readonly appeals: Readonly<Record<'lodged' | 'confirmed' | 'modified' | 'overturned', number>>;
  /** Held or labelled by screening. None was ever removed by it. */
  readonly screened: number;
  readonly automatedRemovals: 0;
  /** From sending to the first decision in effect, ms; null where nothing was decided. */
  readonly medianMs: number | null;
}

const NO_RULE = 'none';

/** `journals`: the entries of each panel, in order. */
export function transparencyOf(journals: Iterable<readonly Entry[]>): Transparency {
  const count = {
    panels: 0,
    submitted: 0,
    resubmitted: 0,
    withdrawn: 0,
    undone: 0,
    reversed: 0,
    handedOn: 0,
    inBulk: 0,
    screened: 0,
  };
  const decisions: Record<Verdict, number> = { publish: 0, decline: 0, revise: 0, redact: 0 };
  const appeals = { lodged: 0, confirmed: 0, modified: 0, overturned: 0 };
  const byRule = new Map<string, number>();
  const looks = { asked: 0, confirmed: 0 };
  const waits: number[] = [];

  for (const entries of journals) {
    count.panels += 1;
    const lastOf = undoable(entries);
    const sent = new Map<string, number>();
    const lookedAt = new Set<string>();
    for (const entry of entries) {
      const { event, at } = entry;
      if (!isDocketEvent(event)) continue;
      switch (event.type) {
        case 'Submitted':
          count.submitted += 1;
          if ((event.labels?.length ?? 0) > 0) count.screened += 1;
          sent.set(event.contributionId, at);
          break;
        case 'Screened':
          count.screened += 1;
          break;
        case 'Resubmitted':
          count.resubmitted += 1;
          break;
        case 'Withdrawn':
          count.withdrawn += 1;
          break;
        case 'Escalated':
          count.handedOn += 1;
          break;
        case 'Looked':
          if (event.verdict === 'decline' && !lookedAt.has(event.contributionId)) {
            lookedAt.add(event.contributionId);
            looks.asked += 1;
          }
          break;
        case 'DecisionUndone':
          count.undone += 1;
          break;
        case 'Appealed':
          appeals.lodged += 1;
          break;
        case 'AppealAnswered':
          appeals[event.outcome] += 1;
          break;
        case 'Decided':
        case 'DecisionReversed': {
          if (lastOf.has(entry)) break;
          decisions[event.verdict] += 1;
          if (event.type === 'DecisionReversed') count.reversed += 1;
          if (event.type === 'Decided' && event.bulk !== undefined) count.inBulk += 1;
          if (event.verdict !== 'publish') {
            const rule = event.rule?.id ?? NO_RULE;
            byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
          }
          if (event.verdict === 'decline' && lookedAt.delete(event.contributionId)) looks.confirmed += 1;
          const since = sent.get(event.contributionId);
          if (since !== undefined) waits.push(at - since);
          sent.delete(event.contributionId);
          break;
        }
        default:
      }
    }
  }

  return {
    ...count,
    decisions,
    byRule: Object.fromEntries([...byRule].sort(([a], [b]) => (a < b ? -1 : 1))),
    secondLooks: looks,
    appeals,
    automatedRemovals: 0,
    medianMs: medianOf(waits),
  };
}

/** Decisions that were undone: as if they had not been made. */
function undoable(entries: readonly Entry[]): ReadonlySet<Entry> {
  const made = new Map<string, Entry[]>();
  const undone = new Set<Entry>();
  for (const entry of entries) {
    const { event } = entry;
    if (event.type === 'Decided' || event.type === 'DecisionReversed') {
      made.set(event.contributionId, [...(made.get(event.contributionId) ?? []), entry]);
    }
    if (event.type !== 'DecisionUndone') continue;
    const last = made.get(event.contributionId)?.pop();
    if (last) undone.add(last);
  }
  return undone;
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
