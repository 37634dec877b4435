import type { Intent } from '../intents.js';
import { NOTE_MAX } from '../limits.js';
import { facts, type Done } from '../outcome.js';
import type { PanelState } from '../state.js';
import { findHeld } from './desk.js';
import type { Scene } from './scene.js';
import { readBody } from './texts.js';

export function noteItem(panel: PanelState, { contributionId, note }: Intent<'noteItem'>, scene: Scene): Done {
  const found = findHeld(panel, contributionId, scene);
  if (!found.ok) return found;
  const read = readBody('note', note, NOTE_MAX);
  if (!read.ok) return read;

  return facts({ type: 'Noted', contributionId, by: scene.seat, body: { note: read.text } });
}

/** Whoever knows the author goes on with others’ items, and nobody is told whose it was. */
export function recuse(panel: PanelState, { contributionId }: Intent<'recuse'>, scene: Scene): Done {
  const found = findHeld(panel, contributionId, scene);
  return found.ok ? facts({ type: 'Recused', contributionId, by: scene.seat }) : found;
}
