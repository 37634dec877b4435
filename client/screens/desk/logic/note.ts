/** The texts that one language offers: by rule, and `general` for rules of a host’s own. */
export interface Templates {
  readonly decline: Readonly<Record<string, string>>;
  readonly revise: Readonly<Record<string, string>>;
}

export const TEMPLATE_LANGUAGES = ['en', 'ru', 'kk', 'ar', 'zh', 'fr', 'es'] as const;
export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];

/** The language of the author where it is there, else English. */
export function templateLanguage(lang: string): { readonly language: TemplateLanguage; readonly isTheirs: boolean } {
  const primary = lang.toLowerCase().split('-')[0];
  const theirs = TEMPLATE_LANGUAGES.find((one) => one === primary);
  return { language: theirs ?? 'en', isTheirs: theirs !== undefined };
}

export function templateFor(templates: Templates, verdict: 'decline' | 'revise', ruleId: string | null): string {
  const texts = templates[verdict];
  return (ruleId !== null && Object.hasOwn(texts, ruleId) ? texts[ruleId] : texts['general']) ?? '';
}

/** A template takes the place of another one or of nothing, never of somebody’s own words. */
export function noteWith(note: string, offered: string, templates: Templates): string {
  const known = [...Object.values(templates.decline), ...Object.values(templates.revise)];
  return note.trim() === '' || known.includes(note) ? offered : note;
}
