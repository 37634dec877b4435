import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Product {
  readonly url: string;
  readonly pid: number;
  readonly engine: string;
  readonly operatorKey: string;
  stop(): Promise<void>;
}

/** The product’s own server, built, as a process of its own on a folder of its own, or on one that is there already. */
export async function startProduct(databaseUrl: string | null, existing?: string): Promise<Product> {
  const folder = existing ?? mkdtempSync(join(tmpdir(), 'kurultai-bench-'));
  const child = spawn(
    process.execPath,
    [
      ...(process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : []),
      built('../../src/main.js'),
      '--no-demo',
      '--json',
    ],
    {
      env: {
        ...process.env,
        PORT: '0',
        KURULTAI_DATA: folder,
        DATABASE_URL: databaseUrl ?? '',
        REDIS_URL: '',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{"ready":true')) continue;
    child.stdout.resume();
    const { url, engine } = JSON.parse(line) as { url: string; engine: string };
    return {
      url,
      engine,
      pid: child.pid ?? 0,
      operatorKey: readFileSync(join(folder, 'operator.key'), 'utf8').trim(),
      stop: async () => {
        await ended(child);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  throw new Error('The server did not start.');
}

/** Another file of the bench as a process that talks by messages. */
export function startHelper(file: string, args: readonly string[]): ChildProcess {
  return fork(built(file), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

export function said<T>(child: ChildProcess, kind: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const heard = (message: unknown) => {
      if ((message as { kind: string }).kind !== kind) return;
      child.off('message', heard).off('exit', gone);
      resolve(message as T);
    };
    const gone = (code: number | null) =>
      reject(new Error(`A process of the bench ended with ${code} before it said ${kind}.`));
    child.on('message', heard).once('exit', gone);
  });
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function built(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
