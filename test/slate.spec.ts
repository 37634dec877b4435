import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Likeness, NextCard, SlateAudited, SlateView } from '../domain/wire/slate.js';
import type { MineView } from '../domain/wire/views.js';
import { openPanel, type OpenPanel } from './support/panel.js';
import type { Person } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';

const TEXTS = [
  'Who reads the gauges when nobody trusts the other bank?',
  'Who reads the gauges if nobody trusts the other bank?',
  'Will the dam be opened in spring?',
  '谁来读水位计 谁都不信任对岸',
  '谁来读水位计 谁都不信任对岸的人',
  'من يقرأ مقاييس المياه في الربيع',
  'من يقرأ مقياس المياه في الربيع',
  'су өлшегішті кім оқиды көктемде',
  'су өлшегішін кім оқиды көктемде',
  'ใครอ่านมาตรวัดน้ำ',
  'ใครอ่านมาตรวัดน้ำที่นี่',
] as const;

describe('the slate and the voting on a whole server', () => {
  let server: RunningServer;
  let panel: OpenPanel;
  let author: Person;
  let ids: string[];
  const voters: Person[] = [];

  beforeAll(async () => {
    server = await startServer();
    panel = await openPanel(server);
    const { host, panelId, threadId } = panel;
    await host.does('setPublication', { panelId, mode: 'after' });
    author = await (await panel.person('participant', 'Aida')).connect();
    ids = [];
    for (const text of TEXTS) {
      const said = await author.does('submit', { panelId, threadId, kind: 'question', text, lang: 'und' });
      ids.push(said.contributionId);
    }
    for (const name of 'abcdef') voters.push(await (await panel.person('participant', `Voter ${name}`)).connect());
  }, 180_000);

  afterAll(async () => {
    for (const person of [author, ...voters, panel?.host, panel?.moderator]) person?.disconnect();
    await server?.close();
  });

  const api = (path: string) => `/api/panels/${panel.panelId}${path}`;
  const read = async <T>(path: string, person = panel.host) => (await (await person.fetch(api(path))).json()) as T;
  const next = async (person: Person, holding: readonly string[] = []) => {
    const reply = await person.ask('nextCard', { panelId: panel.panelId, holding });
    if (!reply.ok) throw new Error(reply.refusal.code);
    return reply.value;
  };

  it('[S40] asks each voter about what was shown least, over the socket and over HTTP', async () => {
    const { panelId } = panel;
    const first = await Promise.all(voters.map((voter) => next(voter)));
    expect(new Set(first.map(({ contributionId }) => contributionId)).size).toBe(voters.length);
    expect(first[0]).toMatchObject({ left: TEXTS.length - 1, contribution: { words: { author: expect.any(String) } } });
    expect(Object.values(first[0]?.people ?? {})).toMatchObject([{ name: 'Aida' }]);

    const [voter] = voters as [Person];
    const { contributionId } = first[0] as NextCard;
    expect((await next(voter)).contributionId).toBe(contributionId);
    await voter.does('castVote', { panelId, contributionId: contributionId ?? '', choice: 'pass' });
    expect((await next(voter)).contributionId).not.toBe(contributionId);
    const overHttp = await voter.post(api('/card'), {});
    expect(overHttp).toMatchObject({ status: 200, body: { contributionId: expect.any(String) } });
    expect((await next(author)).contributionId).toBeNull();
    expect(await voter.ask('nextCard', { panelId, holding: ['no id'] })).toMatchObject({ ok: false });
  });

  it('[S44] [S45] tells who hosts what the votes say, and what a slate of their own does', async () => {
    const { panelId, host } = panel;
    const [a, b, c] = ids as [string, string, string];
    for (const [i, voter] of voters.entries()) {
      const contributionId = i < 4 ? a : c;
      await voter.does('castVote', { panelId, contributionId, choice: 'agree' });
    }
    expect((await voters[0]?.fetch(api('/slate')))?.status).toBe(403);

    await host.does('pose', { panelId, contributionId: b });
    const slate = await read<SlateView>('/slate?seats=2');
    expect(slate.seats.map(({ contributionId }) => contributionId)).toEqual([a, c]);
    expect(slate).toMatchObject({ voters: { count: 5 }, audit: { coverage: 1, leftOut: null }, provisional: true });

    await host.does('pose', { panelId, contributionId: a });
    expect((await read<SlateView>('/slate?seats=1')).seats[0]?.contributionId).toBe(c);
    const audited = await host.post(api('/slate'), { contributionIds: [b] });
    expect((audited.body as SlateAudited).audit).toMatchObject({
      leftOut: null,
      sole: [{ contributionId: b }, { contributionId: a, people: { fewerThan: 5 } }],
    });
    expect((await host.post(api('/slate'), { contributionIds: 'all' })).status).toBe(400);
    await host.does('unpose', { panelId, contributionId: a });
    await host.does('unpose', { panelId, contributionId: b });
  });

  it('[S48] finds what says almost the same, in any script, and says where texts are compared', async () => {
    const pairs = await read<readonly Likeness[]>('/alike');
    const found = pairs.map(({ one, other }) => [ids.indexOf(one), ids.indexOf(other)].sort((x, y) => x - y));
    expect(found).toEqual(
      expect.arrayContaining([
        [0, 1],
        [3, 4],
        [5, 6],
        [7, 8],
        [9, 10],
      ]),
    );
    expect(found).toHaveLength(5);
    expect(await (await fetch(`${server.url}/health`)).json()).toMatchObject({ likeness: 'database' });
  });

  it('[S49] [S50] merges with the consent of its author, and counts both for one', async () => {
    const { panelId, moderator } = panel;
    const [a, b] = ids as [string, string];
    await voters[5]?.does('castVote', { panelId, contributionId: b, choice: 'agree' });
    await moderator.does('proposeMerge', { panelId, contributionId: b, into: a });
    const mine = await read<MineView>('/mine', author);
    expect(mine.items.find(({ contributionId }) => contributionId === b)?.mergeInto).toBe(a);

    await author.does('answerMerge', { panelId, contributionId: b, consents: true });
    const { seats } = await read<SlateView>('/slate?seats=2');
    expect(seats[0]).toMatchObject({ contributionId: a, payers: { count: 5 } });
    await moderator.does('unmerge', { panelId, contributionId: b });
    expect((await read<SlateView>('/slate?seats=2')).seats[0]).toMatchObject({ payers: { fewerThan: 5 } });
    const again = await moderator.ask('unmerge', { intentId: randomUUID(), panelId, contributionId: b });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'no-merge' } });
  });

  it('[S41] keeps over a restart what was shown', async () => {
    const [voter] = voters as [Person];
    const shown = await next(voter);
    for (const person of [author, ...voters, panel.host, panel.moderator]) person.disconnect();
    await server.kill();
    server = await startServer({ dataFolder: server.dataFolder, port: Number(new URL(server.url).port) });
    await voter.connect();
    expect((await next(voter)).contributionId).toBe(shown.contributionId);
  });
});
