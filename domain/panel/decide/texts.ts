import { acceptBody, acceptLine } from '../../text/body.js';
import { acceptLang } from '../../text/lang.js';
import type { HouseRule } from '../events.js';
import { refuse, type Found } from '../outcome.js';
import { NOTE_MAX, TITLE_MAX } from '../limits.js';

/** The text as it is kept, or the refusal that names the field at fault. */
type Read = Found<{ readonly text: string }>;

export function readBody(field: string, text: string, maxGraphemes?: number): Read {
  const accepted = acceptBody(text, maxGraphemes);
  return accepted.ok ? accepted : refuse('bad-text', { field, message: accepted.message });
}

/** A line such as a title: one line, never empty. */
export function readLine(field: string, text: string, maxGraphemes: number = TITLE_MAX): Read {
  const accepted = acceptLine(text, maxGraphemes);
  return accepted.ok ? accepted : refuse('bad-text', { field, message: accepted.message });
}

/** A note that may be left out. */
export function readNote(note: string | undefined): Read {
  return note === undefined || note === '' ? { ok: true, text: '' } : readBody('note', note, NOTE_MAX);
}

type ReadLang = Found<{ readonly lang: string }>;

/** A language tag in its canonical spelling, or the one to fall back on where none was named. */
export function readLang(tag: string | undefined, fallback: string): ReadLang {
  if (tag === undefined) return { ok: true, lang: fallback };

  const accepted = acceptLang(tag);
  return accepted.ok ? accepted : refuse('bad-request', { field: 'lang', message: accepted.message });
}

/** Rules as they are kept: at least one, since every restriction names one; each id once, since decisions quote it. */
export function readRules(rules: readonly HouseRule[]): Found<{ readonly rules: readonly HouseRule[] }> {
  if (rules.length === 0) {
    return refuse('bad-request', { field: 'rules', message: 'A panel needs at least one house rule.' });
  }
  if (new Set(rules.map(({ id }) => id)).size < rules.length) {
    return refuse('bad-request', { field: 'rules', message: 'Two house rules have the same id.' });
  }

  const kept: HouseRule[] = [];
  for (const { id, ...rule } of rules) {
    const title = readLine('rules', rule.title);
    if (!title.ok) return title;
    const text = readBody('rules', rule.text);
    if (!text.ok) return text;
    kept.push({ id, title: title.text, text: text.text });
  }
  return { ok: true, rules: kept };
}

export function readDescription(text: string | undefined): Found<{ readonly text: string }> {
  return text === undefined || text === '' ? { ok: true, text: '' } : readBody('description', text);
}

/** Canonical tags, each once, in the order given. */
export function readLanguages(tags: readonly string[]): Found<{ readonly languages: readonly string[] }> {
  const languages = new Set<string>();
  for (const tag of tags) {
    const accepted = acceptLang(tag);
    if (!accepted.ok) return refuse('bad-request', { field: 'languages', message: accepted.message });
    languages.add(accepted.lang);
  }
  return { ok: true, languages: [...languages] };
}
