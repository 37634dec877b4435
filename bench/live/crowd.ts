import { randomUUID } from 'node:crypto';
import type { Product } from '../support/processes.js';
import { Wire, instant } from '../support/wire.js';

const MODERATORS = 10;
const LINE =
  'We ask that the data of the upper basin be published each season, in every language of the people downstream.';

export interface Stage {
  readonly panelId: string;
  /** Submits one contribution and publishes it; resolves when both are committed. */
  say(): Promise<void>;
  close(): void;
}

/** A panel with enough people that none of them meets a rate limit at this pace. */
export async function openStage(product: Product, rate: number): Promise<Stage> {
  const post = poster(product);
  const owner = await post('/api/operator/links', { role: 'owner' }).then(({ link }) =>
    accept(product.url, String(link)),
  );
  const forum = await post('/api/forums', { slug: 'bench', title: 'Bench', description: '' }, owner);
  const panelId = randomUUID();
  await post(
    `/api/forums/${String(forum['forumId'])}/panels`,
    { panelId, intentId: randomUUID(), title: 'Bench', languages: ['en'] },
    owner,
  );

  const authors = Math.max(20, rate);
  const people = [
    { name: 'Chair', role: 'host' },
    ...Array.from({ length: MODERATORS }, (_, i) => ({ name: `Reader ${letters(i)}`, role: 'moderator' })),
    ...Array.from({ length: authors }, (_, i) => ({ name: `Speaker ${letters(i)}`, role: 'participant' })),
  ];
  const seated = (await post('/api/operator/seats', { panelId, people })) as unknown as
    { cookie: string }[] | { seats: { cookie: string }[] };
  const cookies = (Array.isArray(seated) ? seated : seated.seats).map(({ cookie }) => cookie);
  const wires = cookies.map((cookie) => new Wire(product.url, cookie));
  await Promise.all(wires.map((wire) => wire.entered));

  const [host, ...rest] = wires;
  if (!host) throw new Error('No host.');
  const moderators = rest.slice(0, MODERATORS);
  const speakers = rest.slice(MODERATORS);
  const intend = intending(panelId);
  await intend(host, 'openPanel', {});
  const { threadId } = await intend(host, 'openThread', { title: 'Thread' });

  let turn = 0;
  return {
    panelId,
    say: async () => {
      const speaker = speakers[turn % speakers.length] as Wire;
      const moderator = moderators[turn++ % moderators.length] as Wire;
      const text = `t=${instant().toFixed(2)} ${LINE}`;
      const { contributionId } = await intend(speaker, 'submit', { threadId, kind: 'comment', text, lang: 'en' });
      await intend(moderator, 'take', { contributionId });
      await intend(moderator, 'publish', { contributionId });
    },
    close: () => wires.forEach((wire) => wire.close()),
  };
}

function intending(panelId: string) {
  return async (wire: Wire, name: string, body: object): Promise<Record<string, unknown>> => {
    const reply = await wire.ask(name, { panelId, intentId: randomUUID(), ...body });
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.value;
  };
}

function poster({ url, operatorKey }: Product) {
  return async (path: string, body: object, cookie?: string): Promise<Record<string, unknown>> => {
    const headers = {
      'content-type': 'application/json',
      ...(cookie ? { cookie, origin: url } : { authorization: `Bearer ${operatorKey}` }),
    };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
}

async function accept(url: string, link: string): Promise<string> {
  const response = await fetch(`${url}/api/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token: new URL(link).hash.replace('#i=', ''), name: 'Bench' }),
  });
  if (!response.ok) throw new Error(`accept: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function letters(i: number): string {
  return [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}
