import { randomUUID } from 'node:crypto';
import type { Role } from '../../domain/panel/roles.js';
import { acceptLink, Person } from './people.js';
import type { RunningServer } from './server.js';

/** A forum with one open panel and one thread, made over HTTP and sockets as a host would. */
export interface OpenPanel {
  readonly forumId: string;
  readonly panelId: string;
  readonly threadId: string;
  readonly host: Person;
  readonly moderator: Person;
  /** Somebody new with this role in the panel; connected when asked to. */
  person(role: Role, name: string): Promise<Person>;
  /** A new participant’s comment. */
  submit(text: string): Promise<{ contributionId: string }>;
  /** The moderator takes and publishes it. */
  publish(contributionId: string): Promise<void>;
}

export async function openPanel(
  server: RunningServer,
  { access = 'open' }: { access?: 'open' | 'invitation' } = {},
): Promise<OpenPanel> {
  const link = (role: Role, more: object = {}) => operatorLink(server, { role, ...more });
  const owner = await acceptLink(server.url, await link('owner'), `Olga ${short()}`);
  const forum = await owner.post('/api/forums', { slug: `f-${short()}`, title: 'Forum', description: '' });
  const { forumId } = forum.body as { forumId: string };

  const panelId = randomUUID();
  await owner.post(`/api/forums/${forumId}/panels`, {
    panelId,
    intentId: randomUUID(),
    title: 'Panel',
    languages: ['en'],
    access,
  });

  const person = async (role: Role, name: string) =>
    acceptLink(server.url, await link(role, { forumId, panelId }), name);
  const host = await (await person('host', 'Hana')).connect();
  const moderator = await (await person('moderator', 'Mira')).connect();
  // What is not about second looks or screening need not reckon with them.
  await host.does('setTreatment', { panelId, secondLook: 'off', screening: [] });
  await host.does('openPanel', { panelId });
  const { threadId } = await host.does('openThread', { panelId, title: 'Thread' });

  return {
    forumId,
    panelId,
    threadId,
    host,
    moderator,
    person,
    submit: async (text) => {
      const author = await (await person('participant', `P ${short()}`)).connect();
      const value = await author.does('submit', { panelId, threadId, kind: 'comment', text, lang: 'en' });
      author.disconnect();
      return value;
    },
    publish: async (contributionId) => {
      await moderator.does('take', { panelId, contributionId });
      await moderator.does('publish', { panelId, contributionId });
    },
  };
}

export async function operatorLink(server: RunningServer, body: object): Promise<string> {
  const response = await fetch(`${server.url}/api/operator/links`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await server.operatorKey()}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`operator link: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { link: string }).link;
}

function short(): string {
  return randomUUID()
    .slice(0, 8)
    .replace(/[0-9]/g, (digit) => 'ghijklmnop'[Number(digit)] ?? 'x');
}
