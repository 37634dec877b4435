import type { Entry } from '../events.js';
import { evolve, initialState } from '../evolve.js';
import { openLooks, owedSecondLook } from '../looks.js';
import type { Decision, Item, PanelState } from '../state.js';

/** A panel as its journals fold, with what the end of the fold does not tell. */
export interface Moderated {
  readonly panel: PanelState;
  /** By the `order` of a decision: it agreed with a first look, or with what somebody had taken away at once. */
  readonly agreed: ReadonlyMap<number, 'look' | 'restriction'>;
  readonly handedOn: number;
  /** Contributions that screening held or put a word to. */
  readonly screened: ReadonlySet<string>;
  readonly eased: Spell;
}

/** How often, and for how long in all, ms. */
export interface Spell {
  readonly periods: number;
  readonly ms: number;
}

export function moderatedIn(entries: readonly Entry[]): Moderated {
  const agreed = new Map<number, 'look' | 'restriction'>();
  const screened = new Set<string>();
  let handedOn = 0;
  let eased: Spell = { periods: 0, ms: 0 };
  let panel = initialState;
  let then = entries[0]?.at ?? 0;
  for (const entry of entries) {
    const { event, at } = entry;
    const before = panel;
    panel = evolve(before, entry);
    const item = 'contributionId' in event ? before.docket.items.get(event.contributionId) : undefined;

    const found = item && event.type === 'Decided' ? agreement(item, event.verdict) : null;
    if (found) agreed.set(panel.docket.decisions, found);
    if (item && event.type === 'Escalated') handedOn += 1;
    if (isNoticed(entry) && 'contributionId' in event) screened.add(event.contributionId);
    eased = {
      periods: eased.periods + Number(begins(before, panel)),
      ms: eased.ms + (isEased(before) ? at - then : 0),
    };
    then = at;
  }
  return { panel, agreed, handedOn, screened, eased };
}

/** Of what was not undone, without what only agreed with a restriction that held already. */
export function decisionsOf({ agreed }: Moderated, { decisions }: Item): readonly Decision[] {
  return decisions.filter(({ undone, order }) => !undone && agreed.get(order) !== 'restriction');
}

function agreement(item: Item, verdict: Decision['verdict']): 'look' | 'restriction' | null {
  if (verdict !== 'decline' && verdict !== 'redact') return null;
  if (openLooks(item)[0]?.verdict === 'decline') return 'look';
  return owedSecondLook(item) ? 'restriction' : null;
}

function isNoticed({ event }: Entry): boolean {
  if (event.type === 'Screened') return true;
  const isSent = event.type === 'Submitted' || event.type === 'Edited' || event.type === 'Resubmitted';
  return isSent && (event.labels?.length ?? 0) > 0;
}

/** Until the archive: afterwards nobody looks any more. */
function isEased({ record }: PanelState): boolean {
  return record.treatment.eased && record.phase !== 'archived';
}

function begins(before: PanelState, after: PanelState): boolean {
  return isEased(after) && !isEased(before);
}
