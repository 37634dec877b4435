import type { RecordEvent } from '../events.js';
import type { Intent } from '../intents.js';
import { HOLDING_SLOW_MODE_S, SLOW_MODE_MAX_S } from '../limits.js';
import { facts, refuse, type Done } from '../outcome.js';
import { SCREENS } from '../screening/screening.js';
import type { PanelState } from '../state.js';
import { readDescription, readLanguages, readLine, readRules } from './texts.js';

/** Only what changes enters the record. */
export function amendPanel({ record }: PanelState, intent: Intent<'amendPanel'>): Done {
  const title = readLine('title', intent.title ?? record.title);
  if (!title.ok) return title;
  const description = readDescription(intent.description ?? record.description);
  if (!description.ok) return description;
  const languages = readLanguages(intent.languages ?? record.languages);
  if (!languages.ok) return languages;

  const changes = {
    ...(title.text !== record.title && { title: title.text }),
    ...(description.text !== record.description && { description: description.text }),
    ...(!sameList(languages.languages, record.languages) && { languages: languages.languages }),
  };
  return Object.keys(changes).length === 0 ? refuse('already-so') : facts({ type: 'PanelAmended', ...changes });
}

export function setPublication({ record }: PanelState, intent: Intent<'setPublication'>): Done {
  const { mode, trustedAfter = record.publication.trustedAfter } = intent;
  if (!Number.isSafeInteger(trustedAfter) || trustedAfter < 1) {
    return refuse('bad-request', { field: 'trustedAfter', message: 'Trust begins after at least one contribution.' });
  }
  if (record.publication.mode === mode && record.publication.trustedAfter === trustedAfter) return refuse('already-so');

  return facts({ type: 'PublicationSet', mode, trustedAfter });
}

/** All that holds a panel at once. What holds already stays as it is; a slower mode is not made quicker. */
export function holdEverything({ record }: PanelState): Done {
  const { holding, pauseReason: reason, publication, slowModeSeconds } = record;
  const events: RecordEvent[] = [];
  if (!holding) events.push({ type: 'PanelPaused', reason, holding: true });
  if (publication.mode !== 'before') events.push({ type: 'PublicationSet', ...publication, mode: 'before' });
  if (slowModeSeconds < HOLDING_SLOW_MODE_S) events.push({ type: 'SlowModeSet', seconds: HOLDING_SLOW_MODE_S });
  return events.length === 0 ? refuse('already-so') : facts(...events);
}

export function setSlowMode({ record }: PanelState, { seconds }: Intent<'setSlowMode'>): Done {
  if (!Number.isSafeInteger(seconds) || seconds < 0 || seconds > SLOW_MODE_MAX_S) {
    return refuse('bad-request', { field: 'seconds', message: `Slow mode is 0 to ${SLOW_MODE_MAX_S} whole seconds.` });
  }
  if (record.slowModeSeconds === seconds) return refuse('already-so');

  return facts({ type: 'SlowModeSet', seconds });
}

export function setRules({ record }: PanelState, intent: Intent<'setRules'>): Done {
  const read = readRules(intent.rules);
  if (!read.ok) return read;
  if (JSON.stringify(read.rules) === JSON.stringify(record.rules)) return refuse('already-so');

  return facts({ type: 'RulesSet', rules: read.rules });
}

export function setTreatment({ record }: PanelState, intent: Intent<'setTreatment'>): Done {
  const { eased: _, ...before } = record.treatment;
  const { secondLook = before.secondLook, differ = before.differ, screening = before.screening } = intent;
  const after = { secondLook, differ, screening: SCREENS.filter((one) => screening.includes(one)) };
  const same = secondLook === before.secondLook && differ === before.differ;
  if (same && sameList(after.screening, before.screening)) return refuse('already-so');

  return facts({ type: 'TreatmentSet', ...after });
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
