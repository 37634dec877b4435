import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { granted } from '../cli/crowd/voice.js';
import { DemoCrowd } from '../demo/crowd.js';
import { passes } from '../demo/passes.js';
import { type PanelWithPast, type PastReport, seedDemo } from '../demo/seed.js';
import { SqlIdentity } from '../identity/identity.js';
import { Operator } from '../identity/operator.js';
import { importSeats } from '../identity/seats.js';
import { Forums } from '../log/directory.js';
import { SqlPanelLog } from '../log/sql-panel-log.js';
import type { Config } from '../ops/config.js';
import { PanelReports } from '../reports/panel-reports.js';
import type { House } from './app.module.js';
import type { Shown } from './banner.js';
import { DemoGroups, hasGroups } from './demo-groups.js';

export interface RunningDemo extends Shown {
  stop(): Promise<void>;
}

/** Seeds the demonstration into an empty house and lets its crowd in, through the front door; null where there is none. */
export async function startDemo(app: NestExpressApplication, { config }: House): Promise<RunningDemo | null> {
  const seeded = await seedDemo({
    forums: app.get(Forums),
    store: (panel) => store(app, panel),
    publish: (report) => publish(app, report),
    now: Date.now,
    newId: randomUUID,
  });
  if (!seeded) return null;

  const { forumId, panelId } = seeded;
  const groups = new DemoGroups(app, seeded);
  const seats = await passes({
    panelId,
    file: join(config.dataDir, 'demo-crowd.json'),
    isGood: async (cookie) => (await app.get(SqlIdentity).session({ cookie })) !== null,
    seat: async (people) => granted(await app.get(Operator).seats(panelId, people), 'The crowd has no seats'),
    hire: () => groups.hire(),
    welcome: (people, organiser) => groups.vouchFor(people, organiser),
  });
  const crowd = new DemoCrowd({ panelId, seats });
  crowd.start(frontDoor(config), config.publicUrl);
  const stop = () => crowd.stop();
  if (seats.organiser === null) return { forumId, links: {}, sights: EARLIER_SIGHTS, stop };
  return { forumId, links: { participant: await groups.entrance(seats.organiser) }, sights: SIGHTS, stop };
}

const SIGHTS = [
  'A demonstration runs here: a live panel with people waiting for the floor and items at the desk,',
  'and a panel to replay, with its report.',
];
/** Of a folder from before there were groups. */
const EARLIER_SIGHTS = ['A demonstration runs here: a live panel, items waiting at the desk, and a panel to replay.'];

async function store(app: NestExpressApplication, { panelId, forumId, source, seats, past }: PanelWithPast) {
  await app.get(SqlPanelLog).importPanel({
    panel: { panelId, forumId, access: 'open' },
    source,
    entries: only(() => past().events),
    ballots: only(() => past().ballots),
    summary: () => past().summary,
  });
  await importSeats(app.get(DataSource), panelId, seats);
}

/** An earlier demonstration was told without groups: a report with them would be of something else. */
async function publish(app: NestExpressApplication, { panelId, at, report }: PastReport): Promise<void> {
  const reports = app.get(PanelReports);
  if (!(await hasGroups(app, panelId)) || (await reports.published(panelId))) return;
  await reports.keep(panelId, { at, report: report() });
}

function* only<T>(chunk: () => T): Generator<T> {
  yield chunk();
}

function frontDoor({ host, port }: Config): string {
  const everywhere = ['0.0.0.0', '::'].includes(host);
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${everywhere ? '127.0.0.1' : name}:${port}`;
}
