import type { Role } from '../../domain/panel/roles.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { ForumSummary, OwnPanel, PanelSummary, SearchPage } from '../../domain/wire/views.js';

/** GET or, with a body, POST below `/api`. null: no answer came, or none that the forum gave. */
export async function call<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<Reply<T> | null> {
  try {
    const response = await fetch(`/api${path}`, {
      credentials: 'same-origin',
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    if (response.status === 204) return { ok: true, value: {} as T };
    const answer: unknown = await response.json();
    if (isReply(answer)) return answer as Reply<T>;
    return response.ok ? { ok: true, value: answer as T } : null;
  } catch {
    return null;
  }
}

/** What an invitation is for, without using it up. */
export interface Look {
  readonly role: Role;
  readonly forumId: string | null;
  readonly panelId: string | null;
  readonly expiresAt: number;
  /** The link works only together with the address it was made for. */
  readonly needsEmail: boolean;
  /** An e-mail address and a password may be set with it. */
  readonly mayHaveAccount: boolean;
}

/** How somebody introduces themselves. The name is not asked of those who are signed in. */
export interface Introduction {
  readonly name?: string;
  readonly affiliation?: string;
  readonly email?: string;
  readonly password?: string;
}

type Answer<T> = Promise<Reply<T> | null>;
type Nothing = Record<string, never>;

export interface Welcome {
  readonly panelId: string | null;
}

export function look(token: string): Answer<Look> {
  return call('/invitations/look', { token });
}

export function accept(token: string, introduction: Introduction): Answer<Welcome> {
  return call('/invitations/accept', { token, ...introduction });
}

/** Into a panel that is open to everybody. */
export function joinPanel(panelId: string, introduction: Introduction): Answer<Welcome> {
  return call('/join', { panelId, ...introduction });
}

/** How one can sign in here; `provider` is the name of the identity provider. */
export interface Ways {
  readonly password: boolean;
  readonly provider: string | null;
}

export function waysToSignIn(): Answer<Ways> {
  return call('/auth/ways');
}

export function signIn(email: string, password: string): Answer<unknown> {
  return call('/auth/sign-in/email', { email, password });
}

/** The address at the identity provider to go to. */
export function signInElsewhere(back: string): Answer<{ readonly url: string }> {
  return call('/auth/sign-in/social', { provider: 'oidc', callbackURL: back });
}

/** One place where this person is signed in. */
export interface OwnSession {
  readonly sessionId: string;
  readonly startedAt: number;
  readonly usedAt: number;
  readonly endsAt: number;
  readonly current: boolean;
}

export function ownSessions(): Answer<readonly OwnSession[]> {
  return call('/sessions');
}

export function revokeSession(sessionId: string): Answer<Nothing> {
  return call('/sessions/revoke', { sessionId });
}

export function signOutEverywhere(): Answer<Nothing> {
  return call('/sign-out/everywhere', {});
}

export interface NewPassword {
  readonly email?: string;
  readonly password: string;
  readonly current?: string;
}

export function setPassword(wish: NewPassword): Answer<Nothing> {
  return call('/me/password', wish);
}

export function panelsOfCode(code: string): Answer<readonly PanelSummary[]> {
  return call(`/codes/${encodeURIComponent(code)}`);
}

export function panelOf(panelId: string): Answer<PanelSummary> {
  return call(`/panels/${encodeURIComponent(panelId)}`);
}

export function forumOf(forumId: string): Answer<ForumSummary> {
  return call(`/forums/${encodeURIComponent(forumId)}`);
}

export function ownPanels(): Answer<readonly OwnPanel[]> {
  return call('/me/panels');
}

/** From the beginning, or from the cursor of the page before. */
export function search(q: string, before: string | null): Answer<SearchPage> {
  return call(`/search?${new URLSearchParams({ q, ...(before === null ? {} : { before }) })}`);
}

export interface ForumPanels {
  readonly forum: ForumSummary;
  readonly panels: readonly PanelSummary[];
}

/** Every forum, or the one of this slug, with the panels this reader may know of. */
export async function lobby(slug?: string): Promise<Reply<readonly ForumPanels[]> | null> {
  const forums = slug === undefined ? await call<readonly ForumSummary[]>('/forums') : asList(await forumOf(slug));
  if (!forums?.ok) return forums;

  const timetables = await Promise.all(forums.value.map(timetableOf));
  const missing = timetables.find((one) => !one?.ok);
  if (missing !== undefined) return missing && !missing.ok ? missing : null;
  return { ok: true, value: timetables.flatMap((one) => (one?.ok ? [one.value] : [])) };
}

async function timetableOf(forum: ForumSummary): Promise<Reply<ForumPanels> | null> {
  const panels = await call<readonly PanelSummary[]>(`/forums/${forum.forumId}/panels`);
  return panels?.ok ? { ok: true, value: { forum, panels: panels.value } } : panels;
}

function asList<T>(reply: Reply<T> | null): Reply<readonly T[]> | null {
  return reply?.ok ? { ok: true, value: [reply.value] } : reply;
}

/** Whether it came in its envelope: refusals always do, values only on some routes. */
function isReply(answer: unknown): answer is Reply<unknown> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'value' in answer : 'refusal' in answer;
}
