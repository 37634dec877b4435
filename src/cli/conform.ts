import { readFile } from 'node:fs/promises';
import type { Conformity } from './conform/conformity.js';

const PARTS: Readonly<Record<string, () => Promise<{ run: (fixtures: unknown) => Conformity }>>> = {
  queue: () => import('./conform/queue.js'),
  slate: () => import('./conform/slate.js'),
  parity: () => import('./conform/parity.js'),
};

/** What Python's json writes where JSON has no word: a number without end, or none. */
const NO_JSON_NUMBER = /(?<=[:,[]\s*)(?:-?Infinity|NaN)(?=\s*[,\]}])/g;

const USAGE = 'Usage: npm run conform -- queue|slate|parity FILE';

await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = 1;
});

/** Runs a file of fixtures through the code of the product and says where the two differ. */
async function main([name = '', path = '', ...rest]: readonly string[]): Promise<void> {
  const load = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (!load || !path || rest.length > 0) throw new Error(USAGE);

  const fixtures = await parsed(path);
  const { run } = await load();
  const { passed, failed, sentences } = judged(path, () => run(fixtures));
  if (passed + failed === 0) throw new Error(`${path}: holds nothing to check.`);
  for (const sentence of sentences) process.stdout.write(`${sentence}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
}

async function parsed(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `${path}: there is no such file.` : `${path}: cannot be read.`);
  });
  try {
    return JSON.parse(text.replaceAll(NO_JSON_NUMBER, 'null')) as unknown;
  } catch {
    throw new Error(`${path}: is not JSON.`);
  }
}

function judged(path: string, run: () => Conformity): Conformity {
  try {
    return run();
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
