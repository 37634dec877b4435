import { isHeld } from '../desk-order.js';
import type { HouseRule, PanelEvent } from '../events.js';
import type { Intent } from '../intents.js';
import { BULK_MAX, NOTE_MAX, UNDO_MS } from '../limits.js';
import { isAppealed, isBarred, lastWord, mayLook } from '../looks.js';
import { refuse, type Done, type Found, type Outcome } from '../outcome.js';
import { isChair } from '../policy.js';
import type { SeatId } from '../roles.js';
import type { Decision, Item, Look, PanelState } from '../state.js';
import { decisionInForce } from '../verdicts.js';
import { reversing, takenBack } from './effects.js';
import { findRule, isPublic } from './finding.js';
import type { Scene } from './scene.js';
import { declining, publishing } from './second-look.js';
import { readBody, readNote } from './texts.js';

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

/**
 * Takes back as much of an act on many as nobody has decided on or appealed against since; at any time until the archive.
 * What everybody has been reading for longer than an undo lasts is taken out by a decision of its own, with its reasons.
 */
export function undoMany(
  panel: PanelState,
  intent: Intent<'undoMany'>,
  scene: Scene,
): Outcome<{ undone: number; left: number }> {
  const { seat, actor } = scene;
  const touched = [...panel.docket.items.values()]
    .filter((item) => wordsIn(item, intent.bulk).length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const mine = touched.filter((item) => isChair(actor) || wordsIn(item, intent.bulk).some(({ by }) => by === seat));
  const last = mine.filter((item) => lastWord(item)?.bulk === intent.bulk && isTheirs(panel, item, seat));
  if (last.length === 0) return refuse('nothing-to-undo');
  const reasons = readReasons(panel, intent);
  if (!reasons.ok && last.some((item) => isReadSince(item, scene))) return reasons;

  const done = last.map((item) =>
    reasons.ok && isReadSince(item, scene) ? reversing(panel, item, scene, reasons) : takenBack(panel, item, seat),
  );
  return together(done, { undone: last.length, left: mine.length - last.length });
}

function isTheirs({ docket }: PanelState, item: Item, seat: SeatId): boolean {
  return item.author !== seat && !isBarred(docket, item, seat) && !isAppealed(item);
}

/** Published by what is taken back, and longer ago than an undo lasts. */
function isReadSince(item: Item, { at }: Scene): boolean {
  const inForce = decisionInForce(item);
  return inForce?.verdict === 'publish' && !isPublic(inForce.from) && at - inForce.at >= UNDO_MS;
}

function readReasons(panel: PanelState, intent: Intent<'undoMany'>): Found<{ rule: HouseRule; note: string }> {
  const named = findRule(panel, intent.ruleId ?? '');
  if (!named.ok) return refuse('no-such-rule', { field: 'ruleId', message: READ_SINCE });
  const note = readBody('note', intent.note ?? '', NOTE_MAX);
  return note.ok ? { ok: true, rule: named.rule, note: note.text } : note;
}

const READ_SINCE =
  'Some of this everybody has read since. Name the house rule under which it is taken out, and say why.';

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
