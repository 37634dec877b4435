import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DeskHistory } from '../domain/wire/views.js';
import { Wire } from './corpus/wire.js';
import { openPanel, operatorLink, type OpenPanel } from './support/panel.js';
import { Person } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { until } from './support/world.js';

/** What is written into every hidden place, to be looked for in everything anybody receives. */
const HIDDEN = {
  authorName: 'Wanderlin Quorra',
  affiliation: 'Institute of Vesperine Tides',
  moderatorName: 'Ostrella Vint',
  pending: 'canary-pending-words',
  unedited: 'canary-words-before-the-edit',
  declined: 'canary-declined-words',
  declineNote: 'canary-note-of-a-decline',
  sentBack: 'canary-words-sent-back',
  sentBackNote: 'canary-note-of-sending-back',
  withdrawn: 'canary-withdrawn-words',
  redacted: 'canary-redacted-words',
  redactNote: 'canary-note-of-a-redaction',
  proposal: 'Canary proposal of a thread',
  byRoleName: 'Zephyra Mollendine',
  escalateNote: 'canary-note-of-handing-on',
} as const;
type Hidden = keyof typeof HIDDEN;

const BY_ROLE = 'words-of-somebody-shown-by-role';

/** Somebody who listens on a socket from the beginning and asks for everything there is over HTTP. */
class Witness {
  private readonly read: string[] = [];
  private next = 0;
  private constructor(
    readonly person: Person,
    private readonly wire: Wire,
  ) {}

  static async at(person: Person, panelId: string): Promise<Witness> {
    const witness = new Witness(person, await Wire.entered(person.url, person.cookie));
    await witness.asks('join', { panelId });
    return witness;
  }

  async asks(name: string, body: object): Promise<unknown> {
    const id = ++this.next;
    this.wire.send(`42${id}${JSON.stringify([name, body])}`);
    return this.wire.reply(id);
  }

  async gets(path: string): Promise<void> {
    this.read.push(await (await this.person.fetch(path)).text());
  }

  /** Everything that came over the socket. */
  get heard(): string {
    return this.wire.said;
  }

  get transcript(): string {
    return [this.heard, ...this.read].join('\n');
  }

  knows(): Hidden[] {
    return (Object.keys(HIDDEN) as Hidden[]).filter((what) => this.transcript.includes(HIDDEN[what]));
  }

  cut(): void {
    this.wire.cut();
  }
}

describe('what nobody may see', () => {
  let server: RunningServer;
  let panel: OpenPanel;
  const witnesses: Record<string, Witness> = {};
  let authorSeat: string;
  let byRoleSeat: string;
  let submittedAt: number[];

  beforeAll(async () => {
    server = await startServer();
    panel = await openPanel(server);
    const { panelId, threadId } = panel;
    const { ruleId } = await firstRule(server, panelId);
    const come = async (role: string, name: string, affiliation = '') => {
      const link = await operatorLink(server, { role, forumId: panel.forumId, panelId });
      return comesIn(server.url, link, name, affiliation);
    };

    const author = await come('participant', HIDDEN.authorName, HIDDEN.affiliation);
    const decider = await come('moderator', HIDDEN.moderatorName);
    const people = {
      reader: new Person(server.url, ''),
      participant: await come('participant', 'Ben'),
      author,
      decider,
      desk: await come('moderator', 'Mirko'),
    };
    for (const [who, person] of Object.entries(people)) witnesses[who] = await Witness.at(person, panelId);
    for (const who of ['decider', 'desk']) await witness(who).asks('openDesk', { panelId });

    await author.connect();
    await decider.connect();
    const joined = await author.ask('join', { panelId });
    authorSeat = (joined.ok && joined.value.you.seat) || '';

    const submit = async (by: Person, text: string) => {
      const body = { panelId, threadId, kind: 'comment' as const, text, lang: 'en' };
      return (await by.does('submit', body)).contributionId;
    };
    const take = (contributionId: string) => decider.does('take', { panelId, contributionId });

    const declined = await submit(author, HIDDEN.declined);
    await take(declined);
    await decider.does('decline', { panelId, contributionId: declined, ruleId, note: HIDDEN.declineNote });
    const sentBack = await submit(author, HIDDEN.sentBack);
    await take(sentBack);
    await decider.does('askToRevise', { panelId, contributionId: sentBack, note: HIDDEN.sentBackNote });
    const withdrawn = await submit(author, HIDDEN.withdrawn);
    await author.does('withdraw', { panelId, contributionId: withdrawn });
    await author.does('proposeThread', { panelId, title: HIDDEN.proposal });

    const byRole = await (await come('participant', HIDDEN.byRoleName)).connect();
    const byRoleJoined = await byRole.ask('join', { panelId });
    byRoleSeat = (byRoleJoined.ok && byRoleJoined.value.you.seat) || '';
    for (const way of ['published', 'restored'] as const) {
      const { contributionId } = await byRole.does('submit', {
        ...{ panelId, threadId, kind: 'comment', lang: 'en', attribution: 'role' },
        text: `${BY_ROLE}-${way}`,
      });
      await take(contributionId);
      if (way === 'published') await decider.does('publish', { panelId, contributionId });
      else {
        await decider.does('decline', { panelId, contributionId, ruleId });
        await decider.does('reverseDecision', { panelId, contributionId, verdict: 'publish', note: 'On topic' });
      }
    }
    const handedOn = (await byRole.does('submit', { panelId, threadId, kind: 'comment', text: 'Later', lang: 'en' }))
      .contributionId;
    await take(handedOn);
    await decider.does('escalate', { panelId, contributionId: handedOn, note: HIDDEN.escalateNote });
    byRole.disconnect();

    const cai = await (await come('participant', 'Cai')).connect();
    const redacted = await submit(cai, HIDDEN.redacted);
    await take(redacted);
    await decider.does('publish', { panelId, contributionId: redacted });
    await decider.does('redact', { panelId, contributionId: redacted, ruleId, note: HIDDEN.redactNote });
    cai.disconnect();

    const pending = await submit(author, HIDDEN.unedited);
    await author.does('edit', { panelId, contributionId: pending, text: HIDDEN.pending });
    await take(pending);

    const mine = await author.ask('mine', { panelId });
    submittedAt = mine.ok ? mine.value.items.map(({ at }) => at) : [];
    await until(() => witness('desk').heard.includes(HIDDEN.moderatorName), 'the desk to show who holds an item');
    await until(() => witness('decider').heard.includes(HIDDEN.pending), 'the item at the desk');
    for (const each of Object.values(witnesses)) await asksForEverything(each, panel, [authorSeat, byRoleSeat]);
    [author, decider].forEach((person) => person.disconnect());
  }, 120_000);

  afterAll(async () => {
    Object.values(witnesses).forEach((each) => each.cut());
    panel.host.disconnect();
    panel.moderator.disconnect();
    await server.close();
  });

  const witness = (who: string): Witness => {
    const found = witnesses[who];
    if (!found) throw new Error(`Nobody is ${who}.`);
    return found;
  };

  /** `redacted` was published for a moment: who listened then heard it then. */
  const MAY: Readonly<Record<string, readonly Hidden[]>> = {
    reader: ['redacted'],
    participant: ['redacted'],
    author: [
      'authorName',
      'affiliation',
      'pending',
      'unedited',
      'declined',
      'declineNote',
      'sentBack',
      'sentBackNote',
      'withdrawn',
      'proposal',
      'redacted',
    ],
    decider: [
      'moderatorName',
      'pending',
      'declined',
      'declineNote',
      'sentBack',
      'sentBackNote',
      'proposal',
      'redacted',
      'redactNote',
    ],
    desk: [
      'moderatorName',
      'pending',
      'declined',
      'declineNote',
      'sentBack',
      'sentBackNote',
      'proposal',
      'redacted',
      'redactNote',
    ],
  };

  it.each(Object.entries(MAY))('[V20] is kept from %s, on every path', (who, may) => {
    expect(witness(who).transcript.length).toBeGreaterThan(5_000);
    expect(
      witness(who)
        .knows()
        .filter((what) => !may.includes(what)),
    ).toEqual([]);
  });

  it('[V20] is looked for where it could be found', () => {
    expect(witness('author').knows()).toEqual(
      expect.arrayContaining(['authorName', 'pending', 'declined', 'withdrawn']),
    );
    expect(witness('decider').knows()).toEqual(
      expect.arrayContaining(['pending', 'declined', 'declineNote', 'proposal']),
    );
  });

  it('[V20] is kept from whoever comes later, redacted words too', async () => {
    const late = await Witness.at(new Person(server.url, ''), panel.panelId);
    await asksForEverything(late, panel, [authorSeat, byRoleSeat]);
    expect(late.knows()).toEqual([]);
    expect(late.transcript).not.toContain(byRoleSeat);
    late.cut();
  });

  it.each(Object.keys(MAY))(
    '[V14] tells %s the words and the role of whoever is shown by role, never the seat',
    (who) => {
      const { transcript } = witness(who);
      expect(byRoleSeat).toHaveLength(36);
      expect(transcript).not.toContain(byRoleSeat);
      for (const way of ['published', 'restored']) {
        expect(transcript).toContain(`{"lang":"en","role":"participant","text":"${BY_ROLE}-${way}","author":null}`);
      }
    },
  );

  it('[V15] shows moderators alone what was decided, without author or time', async () => {
    const path = `/api/panels/${panel.panelId}/desk/history`;
    expect((await witness('reader').person.fetch(path)).status).toBe(403);
    expect((await witness('author').person.fetch(path)).status).toBe(403);

    const text = await (await witness('desk').person.fetch(path)).text();
    const { decisions, next } = JSON.parse(text) as DeskHistory;
    expect(next).toBeNull();
    expect(decisions.map(({ verdict }) => verdict)).toEqual([
      ...['redact', 'publish', 'publish', 'decline', 'publish', 'revise', 'decline'],
    ]);
    expect(decisions.every(({ by }) => by.name === HIDDEN.moderatorName)).toBe(true);
    expect(text).not.toContain(authorSeat);
    expect(text).not.toMatch(/\b\d{13}\b/);
    const first = await witness('desk').person.fetch(`${path}?limit=2`);
    expect(await first.json()).toEqual({ panelId: panel.panelId, decisions: decisions.slice(0, 2), next: 6 });
    const rest = await witness('desk').person.fetch(`${path}?limit=200&before=6`);
    expect(await rest.json()).toMatchObject({ decisions: decisions.slice(2), next: null });
  });

  it('[V21] shows moderators of what waits neither name nor seat, neither time nor number', () => {
    for (const who of ['decider', 'desk']) {
      const { heard } = witness(who);
      expect(heard).not.toContain(HIDDEN.authorName);
      expect(heard).not.toContain(authorSeat);
      expect(authorSeat).toHaveLength(36);
      expect(submittedAt.filter((at) => heard.includes(String(at)))).toEqual([]);

      for (const item of desksIn(heard).flatMap(({ held }) => held)) {
        expect(Object.keys(item).sort()).toEqual(DESK_ITEM);
      }
    }
    expect(submittedAt).toHaveLength(4);
    expect(desksIn(witness('decider').heard).some(({ held }) => held.length > 0)).toBe(true);
  });
});

const DESK_ITEM = [
  'appeal',
  'before',
  'contributionId',
  'escalation',
  'exchange',
  'kind',
  'labels',
  'lang',
  'leaseUntil',
  'notes',
  'published',
  'text',
  'threadId',
  'threadTitle',
];

/** Every way to read there is, once. */
async function asksForEverything(
  who: Witness,
  { panelId, forumId }: OpenPanel,
  seats: readonly string[],
): Promise<void> {
  await who.asks('join', { panelId });
  await who.asks('join', { panelId, after: 0 });
  await who.asks('readRecord', { panelId, after: 0 });
  await who.asks('mine', { panelId });
  await who.asks('openDesk', { panelId });

  const here = `/api/panels/${panelId}`;
  const paths = [
    '',
    '/record?after=0',
    '/record?before=1000',
    '/record/pages/1?v=1',
    '/record/window?from=0&to=9999999999999',
    '/record/snapshot',
    '/record/snapshot?latest=1000',
    '/record/histogram?buckets=10',
    '/record/follow?after=0&wait=1',
    '/record.ndjson',
    '/mine',
    '/desk',
    '/desk/history',
    '/desk/waiting',
    `/people?seats=${seats.join()}`,
    ...Object.values(HIDDEN).map((words) => `/record/search?q=${encodeURIComponent(words)}`),
    '/record/search?q=canary',
    `/record/search?q=${BY_ROLE}`,
  ];
  for (const path of paths) await who.gets(here + path);
  for (const path of [
    '/api/forums',
    `/api/forums/${forumId}`,
    `/api/forums/${forumId}/panels`,
    '/health',
    '/metrics',
    '/api/me',
    '/api/me/panels',
    `/api/search?q=${BY_ROLE}`,
    '/api/search?q=canary',
  ]) {
    await who.gets(path);
  }
}

interface Desk {
  readonly held: readonly object[];
}

/** Every desk that came, asked for or pushed. */
function desksIn(heard: string): Desk[] {
  return heard.split('\n').flatMap((packet): Desk[] => {
    const [, json] = /^4[23]\d*(\[.*\])$/.exec(packet) ?? [];
    const [first, second] = json ? (JSON.parse(json) as [unknown, unknown]) : [];
    const desk = first === 'desk' ? second : (first as { value?: unknown } | undefined)?.value;
    return typeof desk === 'object' && desk !== null && 'held' in desk ? [desk as Desk] : [];
  });
}

async function comesIn(url: string, link: string, name: string, affiliation: string): Promise<Person> {
  const response = await fetch(`${url}/api/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token: new URL(link).hash.replace('#i=', ''), name, affiliation }),
  });
  if (!response.ok) throw new Error(`accept: ${response.status} ${await response.text()}`);
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return new Person(url, cookies.join('; '));
}

async function firstRule(server: RunningServer, panelId: string): Promise<{ ruleId: string }> {
  const response = await fetch(`${server.url}/api/panels/${panelId}/record?after=0`);
  const { entries } = (await response.json()) as { entries: { event: { rules?: { id: string }[] } }[] };
  return { ruleId: entries[0]?.event.rules?.[0]?.id ?? randomUUID() };
}
