import type { Role } from '../../domain/panel/roles.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { ForumSummary, PanelSummary } from '../../domain/wire/views.js';

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
  readonly panelId: string | null;
  readonly needsEmail: boolean;
  /** An e-mail address and a password may be set with it. */
  readonly mayHaveAccount: boolean;
}

/** How somebody introduces themselves. The name is not asked of those who are signed in. */
export interface Introduction {
  readonly name?: string;
  readonly email?: string;
  readonly password?: string;
}

type Welcomed = Promise<Reply<{ readonly panelId: string | null }> | null>;

export function look(token: string): Promise<Reply<Look> | null> {
  return call('/invitations/look', { token });
}

export function accept(token: string, introduction: Introduction): Welcomed {
  return call('/invitations/accept', { token, ...introduction });
}

/** Into a panel that is open to everybody. */
export function joinAs(panelId: string, name: string): Welcomed {
  return call('/join', { panelId, name });
}

/** The name this browser is signed in with. */
export async function ownName(): Promise<string | null> {
  const me = await call<{ readonly session: { readonly name: string } | null }>('/me');
  return me?.ok ? (me.value.session?.name ?? null) : null;
}

export interface ForumPanels {
  readonly forum: ForumSummary;
  readonly panels: readonly PanelSummary[];
}

/** Every forum with the panels this reader may know of, in the order of the timetable. */
export async function lobby(): Promise<Reply<readonly ForumPanels[]> | null> {
  const forums = await call<readonly ForumSummary[]>('/forums');
  if (!forums?.ok) return forums;

  const timetables = await Promise.all(
    forums.value.map(({ forumId }) => call<readonly PanelSummary[]>(`/forums/${forumId}/panels`)),
  );
  const missing = timetables.find((one) => !one?.ok);
  if (missing !== undefined) return missing && !missing.ok ? missing : null;
  const value = forums.value.map((forum, i) => {
    const timetable = timetables[i];
    return { forum, panels: timetable?.ok ? timetable.value : [] };
  });
  return { ok: true, value };
}

/** Whether it came in its envelope: refusals always do, values only on some routes. */
function isReply(answer: unknown): answer is Reply<unknown> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'value' in answer : 'refusal' in answer;
}
