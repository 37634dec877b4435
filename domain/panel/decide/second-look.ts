import type { DocketEvent, HouseRule, RecordEvent } from '../events.js';
import type { ActType } from '../intents.js';
import { BACKLOG_MS } from '../limits.js';
import { isUndecided, openLooks } from '../looks.js';
import { facts, type Done } from '../outcome.js';
import type { Item, PanelState } from '../state.js';
import { decision, hiding, showing, type Said } from './effects.js';
import { noted } from './finding.js';
import type { Decide, Scene } from './scene.js';

/**
 * A decline takes effect when a second moderator, who knows nothing of the first, declines too. Where they differ the
 * contribution is published, or a third decides.
 */
export function declining(
  panel: PanelState,
  item: Item,
  scene: Scene,
  said: Said & { readonly rule: HouseRule; readonly draw?: number },
): Done {
  if (needsSecondLook(panel, item, scene, said.draw)) return facts(look(item, scene, 'decline', said));

  const verdict = item.standing === 'redacted' ? 'redact' : 'decline';
  return hiding(item, 'rule', said.rule, decision(item, scene, verdict, said));
}

export function publishing(panel: PanelState, item: Item, scene: Scene, said: Said): Done {
  const { secondLook, differ } = panel.record.treatment;
  const [first, second] = openLooks(item);
  const isSecond = isUndecided(item) && first !== undefined && second === undefined;
  if (secondLook === 'on' && differ === 'third' && isSecond) return facts(look(item, scene, 'publish', said));

  return showing(panel, item, decision(item, scene, 'publish', said));
}

/** Says publicly, with whatever moderators do, that not every decline gets a second look any more, or that each does again. */
export function announcingEase<K extends ActType>(decide: Decide<K>): Decide<K> {
  return (panel, intent, scene) => {
    const outcome = decide(panel, intent, scene);
    return outcome.ok ? { ...outcome, events: [...outcome.events, ...easing(panel, scene.at)] } : outcome;
  };
}

/**
 * While many wait, and everybody was told so, a second look is for people nobody has read before and for one in four of all
 * others; for everybody once a group is owed half a turn or more. A second look for such a group alone would tell who
 * belongs to it.
 */
function needsSecondLook(panel: PanelState, item: Item, scene: Scene, draw = 0): boolean {
  if (panel.record.treatment.secondLook === 'off' || !isUndecided(item) || openLooks(item).length > 0) return false;
  if (!panel.record.treatment.eased || !isBacklogged(panel, scene.at)) return true;
  return isFirstReading(panel, item) || scene.queues.review.owedAnyGroup || isDrawn(scene.newId, draw);
}

function easing({ record, docket }: PanelState, at: number): readonly RecordEvent[] {
  const { secondLook, eased } = record.treatment;
  if (record.phase === 'archived') return [];
  const on = secondLook === 'on' && isBacklogged({ record, docket }, at);
  return on === eased ? [] : [{ type: 'SecondLookEased', on }];
}

/** Whether somebody waits too long for their first look. What came back by an appeal waits from then on. */
function isBacklogged({ docket }: PanelState, at: number): boolean {
  for (const id of docket.waiting.keys()) {
    const item = docket.items.get(id);
    if (!item || openLooks(item).length > 0) continue;
    const since = Math.max(item.readyAt, item.appeals.at(-1)?.answer?.at ?? 0);
    if (at - since > BACKLOG_MS) return true;
  }
  return false;
}

function isFirstReading({ docket }: PanelState, { author }: Item): boolean {
  const items = docket.authors.get(author)?.items ?? [];
  return items.every((id) => docket.items.get(id)?.decisions.every(({ undone }) => undone) ?? true);
}

/** One in four, by a digit of a random id: equal inputs give equal outcomes. Its first eight digits are all random. */
function isDrawn(randomId: string, draw: number): boolean {
  return randomId.charCodeAt(draw % Math.min(8, randomId.length)) % 4 === 0;
}

/** One look of several: it decides nothing by itself. */
export function look(item: Item, { seat }: Scene, verdict: 'publish' | 'decline', said: Said): DocketEvent {
  const { rule = null, note, bulk } = said;
  const more = bulk === undefined ? {} : { bulk };
  return { type: 'Looked', contributionId: item.id, by: seat, verdict, rule, ...more, body: noted(note) };
}
