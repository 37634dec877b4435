import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ReadyLine {
  readonly url: string;
  readonly pid: number;
  readonly engine: string;
  readonly links: Readonly<Record<'participant' | 'moderator' | 'host' | 'owner', string>>;
}

export interface RunningServer extends ReadyLine {
  readonly dataFolder: string;
  readonly operatorKey: () => Promise<string>;
  readonly child: ChildProcess;
  /** Everything it printed on stderr so far. */
  readonly stderr: () => string;
  /** SIGTERM, or what is asked for, and wait. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** kill and remove its folder. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly demo?: boolean;
  readonly dataFolder?: string;
  /** To come back at the address it had; a free one otherwise. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const ENTRY = 'dist/src/main.js';

/** The built server as a process of its own, on a free port, on its own folder. */
export async function startServer({
  demo = false,
  dataFolder,
  port = 0,
  env = {},
}: ServerOptions = {}): Promise<RunningServer> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'kurultai-')));
  const { child, stderr } = launch([...(demo ? [] : ['--no-demo'])], {
    KURULTAI_DATA: folder,
    PORT: String(port),
    ...env,
  });
  const ready = await readyLine(child, stderr);

  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    ...ready,
    dataFolder: folder,
    child,
    stderr,
    kill,
    operatorKey: async () => {
      const { readFile } = await import('node:fs/promises');
      return (await readFile(join(folder, 'operator.key'), 'utf8')).trim();
    },
    close: async () => {
      await kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the server and waits for it to end: for starts that are meant to fail. */
export async function startsAndEnds(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; stderr: string }> {
  const { child, stderr } = launch(['--no-demo'], env);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, stderr: stderr() };
}

/**
 * A free port below those the system hands out: a client that tries to come back while nobody listens cannot be given it
 * as its own.
 */
export async function quietPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false)).listen(port, () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}

function launch(args: readonly string[], env: Readonly<Record<string, string>>) {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [ENTRY, '--json', ...args], {
    env: { ...inherited, PORT: '0', LOG_LEVEL: 'warn', DATABASE_URL: '', REDIS_URL: '', PUBLIC_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return { child, stderr: () => printed };
}

async function readyLine(child: ChildProcess, stderr: () => string): Promise<ReadyLine> {
  if (!child.stdout) throw new Error('No stdout.');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"ready":true')) {
      child.stdout.resume();
      return JSON.parse(line) as ReadyLine;
    }
  }
  throw new Error(`The server did not start.\n${stderr()}`);
}
