import { isHeld } from '../desk-order.js';
import type { HouseRule, PanelEvent } from '../events.js';
import type { Intent } from '../intents.js';
import { BULK_MAX } from '../limits.js';
import { isAppealed, isUndecided, mayLook, openLooks } from '../looks.js';
import { refuse, type Done, type Found, type Outcome } from '../outcome.js';
import { isChair } from '../policy.js';
import type { Decision, Item, Look, PanelState } from '../state.js';
import { decisionInForce } from '../verdicts.js';
import { takenBack } from './effects.js';
import { findRule } from './finding.js';
import type { Scene } from './scene.js';
import { declining, publishing } from './second-look.js';
import { readNote } from './texts.js';

/** One verdict on many: each as if it were alone, and what is not this moderator’s to decide is left. */
export function decideMany(
  panel: PanelState,
  intent: Intent<'decideMany'>,
  scene: Scene,
): Outcome<{ bulk: string; decided: number; left: number }> {
  const ids = [...new Set(intent.contributionIds)];
  if (ids.length === 0 || ids.length > BULK_MAX) {
    return refuse('bad-request', { field: 'contributionIds', message: `Choose 1 to ${BULK_MAX} contributions.` });
  }
  const named = ruleFor(panel, intent);
  if (!named.ok) return named;
  const note = readNote(intent.note);
  if (!note.ok) return note;

  const bulk = scene.newId;
  const free = ids.map((id) => panel.docket.items.get(id)).filter((item) => isFree(panel, item, scene));
  if (free.length === 0) return refuse('already-decided');
  const { rule } = named;
  const said = { note: note.text, bulk };
  const done = free.map((item, draw) =>
    rule ? declining(panel, item, scene, { ...said, rule, draw }) : publishing(panel, item, scene, said),
  );
  return together(done, { bulk, decided: free.length, left: ids.length - free.length });
}

/** Takes back as much of an act on many as nobody has decided on or appealed against since; at any time until the archive. */
export function undoMany(
  panel: PanelState,
  { bulk }: Intent<'undoMany'>,
  { seat, actor }: Scene,
): Outcome<{ undone: number; left: number }> {
  const touched = [...panel.docket.items.values()]
    .filter((item) => wordsIn(item, bulk).length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const mine = touched.filter((item) => isChair(actor) || wordsIn(item, bulk).some(({ by }) => by === seat));
  const last = mine.filter((item) => lastWordOn(item)?.bulk === bulk && !isAppealed(item));
  if (last.length === 0) return refuse('nothing-to-undo');

  const done = last.map((item) => takenBack(panel, item, seat));
  return together(done, { undone: last.length, left: mine.length - last.length });
}

function ruleFor(panel: PanelState, { verdict, ruleId }: Intent<'decideMany'>): Found<{ rule: HouseRule | null }> {
  return verdict === 'publish' ? { ok: true, rule: null } : findRule(panel, ruleId ?? '');
}

function isFree({ docket }: PanelState, item: Item | undefined, { seat, at }: Scene): item is Item {
  if (!item || !docket.waiting.has(item.id) || !mayLook(docket, item, seat)) return false;
  return !isHeld(item, at) || item.lease?.by === seat;
}

function wordsIn(item: Item, bulk: string): readonly (Look | Decision)[] {
  return [
    ...item.looks.filter(({ state }) => state === 'open'),
    ...item.decisions.filter(({ undone }) => !undone),
  ].filter((word) => word.bulk === bulk);
}

function lastWordOn(item: Item): Look | Decision | null {
  return (isUndecided(item) ? openLooks(item).at(-1) : decisionInForce(item)) ?? null;
}

function together<V>(done: readonly Done[], value: V): Outcome<V> {
  const events: PanelEvent[] = [];
  const erase: string[] = [];
  for (const one of done) {
    if (!one.ok) return one;
    events.push(...one.events);
    erase.push(...one.erase);
  }
  return { ok: true, value, events, ballots: [], erase };
}
