import type { HouseRule } from '../../../domain/panel/events.js';
import { LANGUAGES_MAX, RULES_MAX, TITLE_MAX } from '../../../domain/panel/limits.js';
import type { RecordState } from '../../../domain/panel/state.js';
import { acceptBody, acceptLine } from '../../../domain/text/body.js';

/** What can be changed about a panel itself. Times as the browser’s own field writes them, in the host’s zone. */
export interface PanelForm {
  readonly title: string;
  readonly description: string;
  readonly languages: readonly string[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly rules: readonly HouseRule[];
}

/** Only what differs from the record, so that what others change meanwhile shows through. */
export type Changes = Partial<PanelForm>;

export type Fault = 'line-error' | 'text-error' | 'start-error' | 'end-error' | 'rules-error' | 'languages-error';
export type Faults = { readonly [K in keyof PanelForm]?: Fault };

export function formOf(record: RecordState): PanelForm {
  const { title, description, languages, rules, startsAt, endsAt } = record;
  return { title, description, languages, rules, startsAt: localTime(startsAt), endsAt: localTime(endsAt) };
}

export function faultsOf(form: PanelForm): Faults {
  const [starts, ends] = [instant(form.startsAt), instant(form.endsAt)];
  return {
    ...(acceptLine(form.title, TITLE_MAX).ok ? {} : { title: 'line-error' }),
    ...(form.description === '' || acceptBody(form.description).ok ? {} : { description: 'text-error' }),
    ...(form.languages.length > LANGUAGES_MAX ? { languages: 'languages-error' } : {}),
    ...(ends !== null && starts === null ? { startsAt: 'start-error' } : {}),
    ...(ends !== null && starts !== null && ends <= starts ? { endsAt: 'end-error' } : {}),
    ...(areGood(form.rules) ? {} : { rules: 'rules-error' }),
  };
}

/** Without what is as it was. */
export function changesTo(form: PanelForm, wished: PanelForm): Changes {
  const changed = Object.entries(wished).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(form[name as keyof PanelForm]),
  );
  return Object.fromEntries(changed) as Changes;
}

/** What this device kept may be of an older make, or nothing. */
export function asChanges(kept: unknown): Changes {
  if (typeof kept !== 'object' || kept === null) return {};
  const { title, description, languages, startsAt, endsAt, rules } = kept as Record<string, unknown>;
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof startsAt === 'string' ? { startsAt } : {}),
    ...(typeof endsAt === 'string' ? { endsAt } : {}),
    ...(Array.isArray(languages) ? { languages: languages.filter((tag) => typeof tag === 'string') } : {}),
    ...(Array.isArray(rules) ? { rules: rules.filter(isRule) } : {}),
  };
}

export function instant(local: string): number | null {
  const at = new Date(local).getTime();
  return Number.isNaN(at) ? null : at;
}

function localTime(at: number | null): string {
  if (at === null) return '';
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function areGood(rules: readonly HouseRule[]): boolean {
  return rules.length > 0 && rules.length <= RULES_MAX && rules.every(isGood);
}

function isGood({ title, text }: HouseRule): boolean {
  return acceptLine(title, TITLE_MAX).ok && acceptBody(text).ok;
}

function isRule(rule: unknown): rule is HouseRule {
  if (typeof rule !== 'object' || rule === null) return false;
  const { id, title, text } = rule as Record<string, unknown>;
  return [id, title, text].every((one) => typeof one === 'string');
}
