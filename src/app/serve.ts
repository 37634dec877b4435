import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { furnish } from '../http/furnish.js';
import { Waiting } from '../http/waiting.js';
import { SqlIdentity } from '../identity/identity.js';
import { LiveAdapter } from '../live/adapter.js';
import { Broadcaster } from '../live/broadcaster.js';
import { cutEndedSessions, drain } from '../live/farewell.js';
import { Presence } from '../panels/presence.js';
import { SlowReaders } from '../live/slow-readers.js';
import type { LiveServer } from '../live/socket.js';
import { Forums } from '../log/directory.js';
import { type Config, configOrExit, withPort } from '../ops/config.js';
import { Draining, drainOnSignals } from '../ops/draining.js';
import { Logs, wantsJson } from '../ops/logs.js';
import { Metrics } from '../ops/metrics.js';
import { RedisBus } from '../ops/redis-bus.js';
import { requestLog } from '../ops/request-log.js';
import { Cards } from '../panels/cards.js';
import { Panels } from '../panels/panels.js';
import { OutsideScreening } from '../screening/outside.js';
import type { Database } from '../persistence/database.js';
import { FolderInUse, FolderNotWritable, isOutage, openDatabase } from '../persistence/index.js';
import { AppModule, type House } from './app.module.js';
import { show } from './banner.js';
import { startDemo } from './demo.js';
import type { Options } from './options.js';

const SOCKETS_PER_ADDRESS = 5_000;
const PRESENCE_EVERY_MS = 5_000;
const DRAIN_MS = 5_000;

/** Opens the house and keeps it open until a signal. Ends the process with one clear sentence when it cannot. */
export async function serve(options: Options): Promise<void> {
  const config = await settled(configOrExit());
  await probe(config);
  const logs = new Logs({
    level: config.logLevel,
    json: wantsJson(),
    // Standard output belongs to the ready line when a program reads it.
    ...(options.json ? { to: process.stderr } : {}),
  });
  if (!options.json) process.stdout.write('\nOpening the database…\n');
  const database = await opened(config);

  const house = await furnished(config, database, logs);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(house), {
    bodyParser: false,
    // Whoever takes an answer too slowly does not keep the process from ending.
    forceCloseConnections: true,
    logger: quietly(logs),
    abortOnError: false,
  });
  const server = await openDoors(app, house);
  await listen(app, config);
  keepStanding(logs);
  await database.lock?.note({ port: config.port });

  const demo = options.demo && database.kind === 'embedded' ? await startDemo(app, house) : null;
  endWell(app, house, server, () => demo?.stop());
  await show(app, house, options, demo);
}

async function furnished(config: Config, database: Database, logs: Logs): Promise<House> {
  const epoch = await new Forums(database.dataSource).epoch();
  const metrics = new Metrics();
  const bus = config.redisUrl ? new RedisBus(config.redisUrl, `kurultai:${epoch}`) : null;
  bus?.start();
  const draining = new Draining((error) => void logs.fault(error, 'drain'));
  const alone = database.kind === 'embedded';
  return { config, database, draining, version: versionOf(), logs, metrics, bus, epoch, alone };
}

async function openDoors(app: NestExpressApplication, house: House): Promise<LiveServer> {
  const { config, draining, logs, metrics, version, bus } = house;
  const onFault = (error: unknown, where: string) => {
    metrics.fault();
    return logs.fault(error, where);
  };
  furnish(app, {
    trustProxyHops: config.trustProxyHops,
    isHttps: config.publicUrl.startsWith('https:'),
    version,
    clientFolder: new URL('../../client', import.meta.url).pathname,
    onFault,
    isOutage,
    requestLog: requestLog(logs.pino),
  });

  const identity = app.get(SqlIdentity);
  const adapter = new LiveAdapter(app, {
    origins: new Set(config.origins),
    identity,
    trustProxyHops: config.trustProxyHops,
    socketsPerAddress: SOCKETS_PER_ADDRESS,
    isDraining: () => draining.isDraining,
    onFault: (error) => void onFault(error, 'socket'),
  });
  app.useWebSocketAdapter(adapter);
  await app.init();

  const server = adapter.live;
  app.get(SlowReaders).watch(server);
  cutEndedSessions(server, identity);
  const panels = app.get(Panels);
  panels.start();
  const outside = config.screeningWebhook && screeningOutside(panels, config.screeningWebhook, onFault);
  if (outside) draining.onDrain(() => outside.end());
  metrics.count(() => ({
    sockets: server.sockets.sockets.size,
    openPanels: panels.atHand().panels,
    recordEntries: panels.atHand().entries,
  }));
  bus?.onWord((word) => word.kind === 'identity' && identity.hint());
  identity.onEnded(() => bus?.say({ kind: 'identity' }));
  if (bus) setInterval(() => app.get(Presence).repeat(), PRESENCE_EVERY_MS).unref();
  return server;
}

function screeningOutside(
  panels: Panels,
  webhook: NonNullable<Config['screeningWebhook']>,
  onFault: (error: unknown, where: string) => unknown,
): OutsideScreening {
  const outside = new OutsideScreening({
    ...webhook,
    panels,
    now: () => Date.now(),
    onFault: (error) => void onFault(error, 'screening'),
  });
  outside.start();
  return outside;
}

function endWell(app: NestExpressApplication, house: House, server: LiveServer, stopDemo: () => unknown): void {
  const { draining, bus } = house;
  draining.onDrain(async () => void (await stopDemo()));
  draining.onDrain(() => app.get(Waiting).endAll());
  draining.onDrain(() => drain(server, DRAIN_MS));
  draining.onDrain(() => app.get(Panels).stop());
  draining.onDrain(() => app.get(Cards).stop());
  draining.onDrain(() => {
    app.get(Broadcaster).stop();
    app.get(SlowReaders).stop();
    bus?.stop();
  });
  drainOnSignals(draining, () => app.close());
}

/** A port chosen by the system is chosen now: addresses and origins are made from it. */
async function settled(config: Config): Promise<Config> {
  return config.port === 0 ? withPort(config, await freePort(config.host)) : config;
}

function freePort(host: string): Promise<number> {
  return listenOnce(0, host);
}

/** Before anything is made: a port that cannot be had leaves nothing behind. */
async function probe({ port, host }: Config): Promise<void> {
  try {
    await listenOnce(port, host);
  } catch (error) {
    leaveForPort(error, port);
  }
}

async function listenOnce(port: number, host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return given;
}

async function opened(config: Config): Promise<Database> {
  try {
    return await openDatabase({
      databaseUrl: config.databaseUrl ?? undefined,
      dataFolder: config.dataDir,
      poolSize: config.databasePool,
    });
  } catch (error) {
    if (error instanceof FolderInUse || error instanceof FolderNotWritable) leave(error.message);
    leave(`The database cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function listen(app: NestExpressApplication, config: Config): Promise<void> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    leaveForPort(error, config.port);
  }
}

function leaveForPort(error: unknown, port: number): never {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    leave(`Port ${port} is taken by another program: stop it, or choose another port with PORT.`);
  }
  if (code === 'EACCES') leave(`This user may not listen on port ${port}: choose one above 1023 with PORT.`);
  throw error;
}

/** What Nest tells of its own making is of use to whoever looks for a fault in it. */
function quietly(logs: Logs): LoggerService {
  return {
    log: (message: unknown, ...more: unknown[]) => logs.debug(message, ...more),
    error: (message: unknown, ...more: unknown[]) => logs.error(message, ...more),
    warn: (message: unknown, ...more: unknown[]) => logs.warn(message, ...more),
  };
}

/** A fault that nobody caught is logged and survived: one broken request must not end a live panel. */
function keepStanding(logs: Logs): void {
  process.on('unhandledRejection', (error) => void logs.fault(error, 'unhandled rejection'));
  process.on('uncaughtException', (error) => void logs.fault(error, 'uncaught exception'));
}

export function leave(sentence: string): never {
  process.stderr.write(`Kurultai cannot start. ${sentence}\n`);
  process.exit(1);
}

function versionOf(): string {
  const file = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
