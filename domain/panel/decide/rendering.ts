import type { Intent } from '../intents.js';
import { facts, refuse, type Outcome } from '../outcome.js';
import type { PanelState } from '../state.js';
import { findPublished } from './finding.js';
import type { Scene } from './scene.js';
import { readBody, readLang } from './texts.js';

/** A rendering stands beside the original, never in its place; a later one in the same language replaces it. */
export function render(panel: PanelState, intent: Intent<'render'>, { seat }: Scene): Outcome<Record<string, never>> {
  const { contributionId } = intent;
  if (panel.record.holding) return refuse('panel-not-open');
  const found = findPublished(panel, contributionId);
  if (!found.ok) return found;
  const named = readLang(intent.lang, 'und');
  if (!named.ok) return named;
  const { lang } = named;
  const { words, renderings } = found.contribution;
  if (words?.lang === lang) {
    return refuse('bad-request', { field: 'lang', message: 'The original is in this language already.' });
  }
  const text = readBody('text', intent.text);
  if (!text.ok) return text;
  if (Object.hasOwn(renderings, lang) && renderings[lang]?.text === text.text) return refuse('already-so');

  return facts({ type: 'ContributionRendered', contributionId, lang, body: { text: text.text, interpreter: seat } });
}
