import { randomUUID } from 'node:crypto';
import type { Refusal } from '../../../domain/panel/refusals.js';
import { operatorLink, type OpenPanel } from '../../support/panel.js';
import { acceptLink, type Person } from '../../support/people.js';
import type { RunningServer } from '../../support/server.js';
import { inTurns } from './put.js';
import type { Outcomes } from './outcomes.js';

const RULE_ID = 'a-rule';
/** A longer address never reaches the field. */
const ADDRESS_MAX = 2_000;

/** Each text as a name and as an affiliation; whoever is let in says one thing, so that both are shown. */
export async function names(server: RunningServer, panel: OpenPanel, texts: readonly string[], outcomes: Outcomes) {
  const { forumId, panelId, threadId } = panel;
  const link = await operatorLink(server, { role: 'participant', forumId, panelId, maxUses: 2 * texts.length });
  const token = new URL(link).hash.replace('#i=', '');
  const people: string[] = [];
  const comes = async (field: string, text: string, introduction: object) => {
    const response = await fetch(`${server.url}/api/invitations/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ token, ...introduction }),
    });
    const answer = (await response.json()) as { code?: string };
    outcomes.note(field, text, response.ok ? { ok: true } : { ok: false, refusal: refusalIn(answer) });
    const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (response.ok) people.push(cookies.join('; '));
  };
  await inTurns(texts, 4, async (text) => {
    await comes('name', text, { name: text });
    await comes('affiliation', text, { name: `Guest ${letters()}`, affiliation: text });
  });
  await inTurns(people, 4, async (cookie) => {
    const body = { intentId: randomUUID(), threadId, kind: 'comment', text: 'Said by a guest', lang: 'en' };
    const response = await fetch(`${server.url}/api/panels/${panelId}/intents/submit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, cookie },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`submit: ${response.status} ${await response.text()}`);
  });
  return people;
}

/** Each text as the title and description of a forum, and as title, description and rule of a panel in it. */
export async function places(server: RunningServer, texts: readonly string[], outcomes: Outcomes) {
  const owners = await Promise.all(
    Array.from({ length: 6 }, async () =>
      acceptLink(server.url, await operatorLink(server, { role: 'owner' }), `Olga ${letters()}`),
    ),
  );
  const forum = await made(owners[0], '/api/forums', { slug: 'timetable', title: 'Timetable' });
  const { forumId } = forum as { forumId: string };
  const panelIds: string[] = [];

  await inTurns(texts, 6, async (text, i) => {
    const owner = owners[i % owners.length];
    const forums = (field: string, body: object) =>
      tried(owner, '/api/forums', { slug: `f-${letters()}`, title: 'A forum', ...body }, field, text, outcomes);
    if (!(await forums('forum: title and description', { title: text, description: text }))) {
      await forums('forum: title', { title: text });
      await forums('forum: description', { description: text });
    }

    const panels = async (field: string, body: object) => {
      const panelId = randomUUID();
      const draft = { panelId, intentId: randomUUID(), title: 'A panel', languages: ['en'], ...body };
      const isStored = await tried(owner, `/api/forums/${forumId}/panels`, draft, field, text, outcomes);
      if (isStored) panelIds.push(panelId);
      return isStored;
    };
    const rule = { id: RULE_ID, title: 'Words', text: 'Words' };
    const all = { title: text, description: text, rules: [{ ...rule, title: text, text }] };
    if (await panels('panel: title, description and rule', all)) return;
    await panels('panel: title', { title: text });
    await panels('panel: description', { description: text });
    await panels('rule: title', { rules: [{ ...rule, title: text }] });
    await panels('rule: text', { rules: [{ ...rule, text }] });
  });
  return { panelIds, cookie: owners[0]?.cookie ?? '' };
}

/** Each text as words to look for. */
export async function searches(server: RunningServer, texts: readonly string[], outcomes: Outcomes): Promise<void> {
  await inTurns(texts, 2, async (text) => {
    const response = await fetch(
      `${server.url}/api/search?q=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD').slice(0, ADDRESS_MAX))}`,
    );
    const answer: unknown = await response.json().catch(() => null);
    outcomes.note('search', text, response.ok ? { ok: true } : { ok: false, refusal: refusalIn(answer) });
  });
}

async function tried(
  who: Person | undefined,
  path: string,
  body: object,
  field: string,
  text: string,
  outcomes: Outcomes,
): Promise<boolean> {
  for (;;) {
    const answer = await who?.post(path, body);
    const isStored = answer !== undefined && answer.status < 300;
    const refusal = isStored ? null : refusalIn(answer?.body);
    if (refusal?.code === 'too-many') {
      await new Promise((wait) => setTimeout(wait, refusal.retryInMs ?? 500));
      continue;
    }
    return outcomes.note(field, text, isStored ? { ok: true } : { ok: false, ...(refusal && { refusal }) });
  }
}

async function made(who: Person | undefined, path: string, body: object): Promise<unknown> {
  return (await who?.post(path, body))?.body;
}

/** HTTP answers `{ok: false, refusal}` where a reply is meant, and the refusal alone elsewhere. */
function refusalIn(answer: unknown) {
  const held = (answer ?? {}) as { refusal?: object; code?: string };
  return (held.refusal ?? held) as Refusal;
}

export function letters(): string {
  return randomUUID()
    .slice(0, 13)
    .replace(/[0-9]/g, (digit) => 'ghijklmnop'[Number(digit)] ?? 'x');
}
