import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { DemoCrowd } from '../demo/crowd.js';
import { passes } from '../demo/passes.js';
import { seedDemo } from '../demo/seed.js';
import { SqlIdentity } from '../identity/identity.js';
import { Operator } from '../identity/operator.js';
import { importSeats } from '../identity/seats.js';
import { Forums } from '../log/directory.js';
import { SqlPanelLog } from '../log/sql-panel-log.js';
import type { Config } from '../ops/config.js';
import type { House } from './app.module.js';
import type { Shown } from './banner.js';

/** Seeds the demonstration into an empty house and lets its crowd in, through the front door; null where there is none. */
export async function startDemo(
  app: NestExpressApplication,
  { config }: House,
): Promise<(Shown & { stop(): Promise<void> }) | null> {
  const seeded = await seedDemo({
    forums: app.get(Forums),
    store: async ({ panelId, forumId, source, events, ballots, summary, seats }) => {
      const panel = { panelId, forumId, access: 'open' } as const;
      const log = app.get(SqlPanelLog);
      await log.importPanel({ panel, source, entries: [events], ballots: [ballots], summary: () => summary });
      await importSeats(app.get(DataSource), panelId, seats);
    },
    now: Date.now,
    newId: randomUUID,
  });
  if (!seeded) return null;

  const { forumId, panelId } = seeded;
  const seats = await passes({
    panelId,
    file: join(config.dataDir, 'demo-crowd.json'),
    isGood: async (cookie) => (await app.get(SqlIdentity).session({ cookie })) !== null,
    seat: async (people) => {
      const seated = await app.get(Operator).seats(panelId, people);
      if (!seated.ok) throw new Error(`The demonstration crowd has no seats: ${seated.refusal.message}`);
      return seated.value;
    },
  });
  const crowd = new DemoCrowd({ panelId, seats });
  crowd.start(frontDoor(config), config.publicUrl);
  return { forumId, stop: () => crowd.stop() };
}

function frontDoor({ host, port }: Config): string {
  const everywhere = ['0.0.0.0', '::'].includes(host);
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${everywhere ? '127.0.0.1' : name}:${port}`;
}
