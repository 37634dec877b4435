import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Choice, Entry } from '../domain/panel/events.js';
import { SqlPanelLog } from '../src/log/sql-panel-log.js';
import { openDatabase } from '../src/persistence/index.js';
import { preparedFolder } from './support/databases.js';
import { openPanel, type OpenPanel } from './support/panel.js';
import type { Person } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';

const PEOPLE = ['Ana', 'Ben', 'Cai', 'Dua', 'Eli', 'Fay', 'Gul', 'Hal', 'Ida', 'Jon'];

describe('what meets the close of a panel', () => {
  let server: RunningServer;
  const closed: { panel: OpenPanel; outcomes: Map<string, boolean>; votes: number; voted: string }[] = [];

  beforeAll(async () => {
    server = await startServer({ dataFolder: await preparedFolder() });
  }, 120_000);
  afterAll(() => server.close());

  it.each(['closed', 'closed and archived', 'closed in the middle of it'])(
    '[R26] has one outcome for each of fifty submits and as many votes: %s',
    async (how) => {
      const panel = await openPanel(server);
      const { panelId, threadId, host } = panel;
      if (how !== 'closed') await host.does('setPublication', { panelId, mode: 'after' });
      const people = await Promise.all(PEOPLE.map(async (name) => (await panel.person('participant', name)).connect()));
      const { contributionId: voted } = await panel.submit('To be voted on');
      if (how === 'closed') await panel.publish(voted);

      const ids = Array.from({ length: 50 }, () => randomUUID());
      const ask = (i: number) =>
        person(people, i).ask('submit', {
          intentId: ids[i],
          panelId,
          threadId,
          kind: 'comment',
          text: `Number ${i}`,
          lang: 'en',
        });
      const vote = (i: number) => {
        const choice: Choice = i % 2 ? 'agree' : 'disagree';
        return person(people, i).ask('castVote', { intentId: randomUUID(), panelId, contributionId: voted, choice });
      };
      const end = async () => {
        await host.does('closePanel', { panelId });
        if (how.endsWith('archived')) await host.does('archivePanel', { panelId });
      };

      const submits = ids
        .map((_, i) => i)
        .slice(0, 25)
        .map(ask);
      const votes = PEOPLE.map((_, i) => vote(i));
      const closing = end();
      submits.push(
        ...ids
          .map((_, i) => i)
          .slice(25)
          .map(ask),
      );
      const [replies, ballots] = [await Promise.all(submits), await Promise.all(votes)];
      await closing;

      for (const reply of replies) {
        if (!reply.ok) expect(reply.refusal.code).toBe('panel-not-open');
      }
      const again = await Promise.all(ids.map((_, i) => ask(i)));
      expect(again.map((reply) => (reply.ok ? reply.value.contributionId : null))).toEqual(
        replies.map((reply) => (reply.ok ? reply.value.contributionId : null)),
      );
      closed.push({
        panel,
        outcomes: new Map(replies.map((reply, i) => [reply.ok ? reply.value.contributionId : String(i), reply.ok])),
        votes: ballots.filter(({ ok }) => ok).length,
        voted,
      });
      people.forEach((each) => each.disconnect());
    },
    60_000,
  );

  it('[R26, R27] leaves nothing in the journals behind the close, and every vote in the last tally', async () => {
    await new Promise((go) => setTimeout(go, 1_500));
    for (const { panel } of closed) [panel.host, panel.moderator].forEach((each) => each.disconnect());
    await server.kill('SIGTERM');
    const database = await openDatabase({ dataFolder: server.dataFolder });
    try {
      const log = new SqlPanelLog(database.dataSource);
      for (const { panel, outcomes, votes, voted } of closed) {
        const entries = await log.readAfter(panel.panelId, 0, 10_000);
        const close = entries.findIndex(({ event }) => event.type === 'PanelClosed');
        expect(close).toBeGreaterThan(0);
        const after = entries.slice(close).map(({ event }) => event.type);
        expect(after.filter((type) => type === 'Submitted' || type === 'ContributionPublished')).toEqual([]);

        const stored = submittedIn(entries);
        expect(stored.filter((id) => id !== voted).sort()).toEqual(
          [...outcomes].flatMap(([id, ok]) => (ok ? [id] : [])).sort(),
        );
        const tallied = entries.flatMap(({ event }) => (event.type === 'Tallied' ? event.tallies : []));
        const last = tallied.filter(({ contributionId }) => contributionId === voted).at(-1);
        expect((last?.agree ?? 0) + (last?.disagree ?? 0)).toBe(votes);
      }
      expect(closed.reduce((sum, { votes }) => sum + votes, 0)).toBeGreaterThan(0);
    } finally {
      await database.close();
    }
  }, 60_000);
});

function submittedIn(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ event }) => (event.type === 'Submitted' ? [event.contributionId] : []));
}

function person(people: readonly Person[], i: number): Person {
  const found = people[i % people.length];
  if (!found) throw new Error('Nobody there.');
  return found;
}
