import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { averageOf, type Scenario, simulate } from '../../domain/amplify/simulate/index.js';
import { pictureOf } from './simulate/picture.js';
import { scenarioIn } from './simulate/scenario.js';

const USAGE =
  'Usage: npm run simulate -- FILE [--json] [--panels N] [--seed N]\n' +
  'FILE is a panel as you expect it: docs/simulation-example.json.';

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

/** What four rules would make of a panel as an organiser expects it, on average over many such panels. */
async function main(): Promise<void> {
  const { file, json, panels, seed } = argumentsOf(process.argv.slice(2));
  const scenario = await read(file);
  const outcomes = averageOf(Array.from({ length: panels }, (_, i) => simulate(scenario, seed + i)));
  process.stdout.write(
    `${json ? JSON.stringify({ panels, seed, outcomes }) : pictureOf(scenario, { panels, outcomes })}\n`,
  );
}

async function read(file: string): Promise<Scenario> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `${file}: there is no such file.` : `${file}: cannot be read.`);
  });
  try {
    return scenarioIn(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof SyntaxError ? 'is not JSON.' : (error as Error).message}`, {
      cause: error,
    });
  }
}

function argumentsOf(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        panels: { type: 'string', default: '100' },
        seed: { type: 'string', default: '1' },
      },
    });
    const [file, ...rest] = positionals;
    if (!file || rest.length > 0) throw new Error('Name one file.');
    return { file, json: values.json, panels: count('panels', values.panels), seed: count('seed', values.seed) };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}

function count(name: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--${name} takes a whole number from 1 to 999999.`);
  return Number(text);
}
