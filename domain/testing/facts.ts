import { HOUSE_RULES } from '../panel/house-rules.js';
import type { HouseRule, Kind, PanelEvent, PublicationMode, Verdict, Words } from '../panel/events.js';
import type { Role, SeatId } from '../panel/roles.js';

/** Facts for specs to begin with. Contributions are `c1`, `c2` …, threads `t1` …, and nobody minds the same text twice. */
export const panelDrafted: PanelEvent = {
  type: 'PanelDrafted',
  forumId: 'forum',
  title: 'Water for the valley',
  description: '',
  languages: ['en', 'kk'],
  rules: HOUSE_RULES,
};
export const panelOpened: readonly PanelEvent[] = [panelDrafted, { type: 'PanelOpened' }, threadOpened('t1')];
export const panelPaused: PanelEvent = { type: 'PanelPaused', reason: '' };
export const panelClosed: PanelEvent = { type: 'PanelClosed' };
export const panelArchived: PanelEvent = { type: 'PanelArchived' };

export const offTopic = HOUSE_RULES[0] as HouseRule;

export function threadOpened(threadId: string, title = 'Wells'): PanelEvent {
  return { type: 'ThreadOpened', threadId, body: { title, lang: 'en', author: 'host' } };
}

export function threadClosed(threadId: string): PanelEvent {
  return { type: 'ThreadClosed', threadId };
}

export function publication(mode: PublicationMode, trustedAfter = 3): PanelEvent {
  return { type: 'PublicationSet', mode, trustedAfter };
}

interface Said {
  readonly by?: SeatId;
  readonly text?: string;
  readonly lang?: string;
  readonly kind?: Kind;
  readonly parentId?: string;
  readonly threadId?: string;
  /** Shown by this role alone. */
  readonly role?: Role;
}

/** It waits for a moderator. */
export function submitted(contributionId: string, said: Said = {}): PanelEvent {
  return { type: 'Submitted', path: 'waiting', ...kept(contributionId, said) };
}

/** A moderator read it and let it stand. */
export function published(contributionId: string, said: Said = {}): readonly PanelEvent[] {
  return [submitted(contributionId, said), decided(contributionId, 'publish'), publishedNow(contributionId, said)];
}

/** It goes straight through. */
export function trusted(contributionId: string, said: Said = {}): readonly PanelEvent[] {
  return [{ type: 'Submitted', path: 'through', ...kept(contributionId, said) }, publishedNow(contributionId, said)];
}

export function publishedNow(contributionId: string, said: Said = {}): PanelEvent {
  return { type: 'ContributionPublished', ...contribution(contributionId, said) };
}

/** It stood in the record before and goes back to its place. */
export function publishedAgain(contributionId: string, said: Said = {}): PanelEvent {
  return { type: 'ContributionPublished', ...contribution(contributionId, said), again: true };
}

/** It is published, and to be read afterwards. */
export function inReview(contributionId: string, said: Said = {}): readonly PanelEvent[] {
  return [{ type: 'Submitted', path: 'review', ...kept(contributionId, said) }, publishedNow(contributionId, said)];
}

/** A restriction is for being off topic; `other` says what is different. */
export function decided(
  contributionId: string,
  verdict: Verdict,
  other: { readonly by?: SeatId; readonly rule?: HouseRule | null; readonly note?: string } = {},
): PanelEvent {
  const { by = 'moderator', rule = verdict === 'publish' ? null : offTopic } = other;
  const note = other.note ?? (verdict === 'revise' ? 'Which well?' : null);
  return { type: 'Decided', contributionId, by, verdict, rule, body: note === null ? null : { note } };
}

export function redacted(contributionId: string): readonly PanelEvent[] {
  return [
    decided(contributionId, 'redact'),
    { type: 'Redacted', contributionId, threadId: 't1', cause: 'rule', ruleId: offTopic.id },
  ];
}

export function posed(contributionId: string, respondents: readonly SeatId[] = []): PanelEvent {
  return {
    type: 'QuestionPosed',
    contributionId,
    answerBy: null,
    body: respondents.length > 0 ? { respondents } : null,
  };
}

export function answeredAloud(contributionId: string): PanelEvent {
  return { type: 'QuestionAnswered', contributionId, answerId: null, body: null };
}

export function threadProposed(threadId: string, author: SeatId = 'participant'): PanelEvent {
  return { type: 'ThreadProposed', threadId, body: { title: 'Springs', lang: 'en', author } };
}

/** As readers receive it. */
function contribution(contributionId: string, said: Said) {
  const { by = 'participant', role } = said;
  const body: Words = role ? { ...words(said), author: null, role } : { ...words(said), author: by };
  return { ...placed(contributionId, said), body };
}

/** As the docket keeps it. */
function kept(contributionId: string, said: Said) {
  const { by = 'participant', role } = said;
  const body = { ...words(said), author: by, ...(role && { attribution: 'role' as const, role }) };
  return { ...placed(contributionId, said), body };
}

function placed(contributionId: string, said: Said) {
  const { parentId = null, threadId = 't1' } = said;
  const kind: Kind = said.kind ?? (parentId === null ? 'question' : 'reply');
  return { contributionId, threadId, parentId, kind };
}

function words({ text = 'Who owns the well?', lang = 'en' }: Said) {
  return { text, lang };
}
