import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process that talks in lines of JSON. */
export interface OtherProcess {
  readonly child: ChildProcess;
  next(): Promise<Record<string, unknown>>;
  say(line: string): void;
  /** As an operator’s `kill -9` would: nothing of it runs any more. */
  kill9(): Promise<void>;
}

/** Runs a TypeScript file of test/support in a process of its own. */
export function otherProcess(file: string, ...args: readonly string[]): OtherProcess {
  const child = spawn(process.execPath, ['--no-warnings', '--import', here('typescript.mjs'), here(file), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    async next() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${file} ended without a word (exit ${child.exitCode ?? child.signalCode}).`);
      return JSON.parse(value) as Record<string, unknown>;
    },
    say: (line) => child.stdin.write(`${line}\n`),
    async kill9() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
