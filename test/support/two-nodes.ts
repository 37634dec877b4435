import { expect } from '@jest/globals';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { SqlPanelLog } from '../../src/log/sql-panel-log.js';
import { openDatabase } from '../../src/persistence/index.js';
import { dropDatabase, emptyDatabase, postgresServer } from './databases.js';
import { openPanel, operatorLink, type OpenPanel } from './panel.js';
import { acceptLink, nobody, Person } from './people.js';
import { Proxy } from './proxy.js';
import { startServer, type RunningServer } from './server.js';
import { until } from './world.js';

/** Two servers, one database, one panel; every person has a door on either side. */
export class TwoNodes {
  readonly figures: Record<string, readonly number[]> = {};
  redis: Proxy | null = null;
  private postgres = '';
  private databaseUrl = '';
  private servers: RunningServer[] = [];
  private opened: OpenPanel | null = null;
  private over: Person | null = null;

  get a(): RunningServer {
    return held(this.servers[0]);
  }
  get b(): RunningServer {
    return held(this.servers[1]);
  }
  get panel(): OpenPanel {
    return held(this.opened);
  }
  /** A host of the whole forum, at the second server. */
  get forumHost(): Person {
    return held(this.over);
  }

  async open(redis: string | null): Promise<void> {
    this.postgres = held(await postgresServer());
    this.databaseUrl = await emptyDatabase(this.postgres);
    if (redis) this.redis = await Proxy.before(redis);
    const env = {
      DATABASE_URL: this.databaseUrl,
      ...(this.redis ? { REDIS_URL: `redis://127.0.0.1:${this.redis.port}` } : {}),
    };
    this.servers = [await startServer({ env }), await startServer({ env })];
    this.opened = await openPanel(this.a);
    const link = await operatorLink(this.a, { role: 'host', forumId: this.panel.forumId });
    const { cookie } = await acceptLink(this.a.url, link, 'Farid');
    this.over = new Person(this.b.url, cookie);
  }

  async close(): Promise<void> {
    for (const [what, times] of Object.entries(this.figures)) {
      process.stdout.write(
        `${what}: ${Math.round(median(times))} ms (median), ${Math.round(Math.max(...times))} ms (longest)\n`,
      );
    }
    for (const person of [this.opened?.host, this.opened?.moderator]) person?.disconnect();
    for (const server of this.servers) await server.close();
    await this.redis?.close();
    if (this.databaseUrl) await dropDatabase(this.postgres, this.databaseUrl);
  }

  /** Milliseconds from the answer to the moderator on one server to the frame at a reader of the other. */
  async publishAndRead(times: number): Promise<readonly number[]> {
    const { panelId } = this.panel;
    const reader = await nobody(this.b.url).connect();
    const joined = await reader.ask('join', { panelId });
    if (!joined.ok) throw new Error(joined.refusal.code);
    const seen = new Map<string, number>();
    reader.socket.on('frame', ({ entries }) => {
      for (const { event } of entries) {
        if (event.type === 'ContributionPublished') seen.set(event.contributionId, performance.now());
      }
    });

    const took: number[] = [];
    for (let i = 0; i < times; i++) {
      const { contributionId } = await this.panel.submit(`Number ${i}`);
      await this.panel.publish(contributionId);
      const answered = performance.now();
      await until(() => seen.has(contributionId), 'what was published on the other server');
      took.push(Math.max(0, (seen.get(contributionId) ?? 0) - answered));
    }
    reader.disconnect();
    return took;
  }

  /** Somebody speaks at the first server while `what` happens to them at the second; their cookie. */
  async isCut(
    what: (about: { panelId: string; seat: string }) => Promise<{ status: number }>,
    goodbye: string,
    role: 'participant' | 'moderator' = 'participant',
  ): Promise<string> {
    const { panelId, threadId } = this.panel;
    const person = await (await this.panel.person(role, `M ${letters()}`)).connect();
    const joined = await person.ask('join', { panelId });
    const said: string[] = [];
    person.socket.on('goodbye', ({ reason }) => said.push(reason));
    const { socket } = person;

    const started = performance.now();
    const answer = await what({ panelId, seat: (joined.ok && joined.value.you.seat) || '' });
    expect(answer.status).toBe(200);
    await until(() => !socket.connected, 'the cut');
    this.figures[`${goodbye} on one, cut on the other`] = [performance.now() - started];
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(said).toEqual([goodbye]);

    if (goodbye === 'signed-out') {
      const again = await new Person(this.a.url, person.cookie).connect();
      const body = { panelId, threadId, intentId: randomUUID(), kind: 'comment', text: 'Still here', lang: 'en' };
      expect(await again.ask('submit', body)).toMatchObject({ ok: false, refusal: { code: 'not-signed-in' } });
      again.disconnect();
    }
    return person.cookie;
  }

  async journals() {
    const database = await openDatabase({ databaseUrl: this.databaseUrl, dataFolder: '' });
    try {
      return await new SqlPanelLog(database.dataSource).readAfter(this.panel.panelId, 0, 100_000);
    } finally {
      await database.close();
    }
  }
}

export function median(times: readonly number[]): number {
  return [...times].sort((x, y) => x - y)[Math.floor(times.length / 2)] ?? 0;
}

/** Whether a Redis answers there. */
export async function redisAnswers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2_000 });
  redis.on('error', () => undefined);
  const answered = await redis.ping().then(
    () => true,
    () => false,
  );
  redis.disconnect();
  return answered;
}

function held<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The house is not open yet.');
  return value;
}

function letters(): string {
  return randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 8);
}
