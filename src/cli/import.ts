import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type Config, configOrExit } from '../ops/config.js';
import { FolderInUse, openDatabase } from '../persistence/index.js';
import { importHere, CONVERSATIONS } from './import-here.js';
import { importThere } from './import-there.js';
import { operatorKeyFor } from './operator-key.js';
import { type Counts, since } from './polis/counts.js';
import { type Polis, readPolis } from './polis/read.js';
import { progressOf } from './progress.js';

const USAGE = 'Usage: npm run import -- polis FOLDER [--json] [--forum SLUG]';

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const started = performance.now();
  const { folder, json, forum } = argumentsOf(process.argv.slice(2));
  const config = configOrExit();

  const polis = await readPolis(folder);
  if (polis.orphans > 0) {
    process.stderr.write(
      `${polis.orphans} votes are about contributions the export does not contain; they are kept as votes.\n`,
    );
  }
  const counts = { ...(await stored(polis, folder, forum, config)), seconds: since(started) };
  process.stdout.write(`${json ? JSON.stringify(counts) : sentenceOf(polis, counts)}\n`);
}

function argumentsOf(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, forum: { type: 'string', default: CONVERSATIONS.slug } },
    });
    const [format, folder, ...rest] = positionals;
    if (format !== 'polis' || !folder || rest.length > 0) {
      throw new Error('There is one format, polis, and one folder at a time.');
    }
    if (!/^(?=.{2,60}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(values.forum)) {
      throw new Error('--forum takes 2 to 60 lower-case letters, digits and single hyphens.');
    }
    return { folder, ...values };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}

async function stored(polis: Polis, folder: string, forum: string, config: Config): Promise<Counts> {
  const progress = progressOf('Importing');
  try {
    const database = await openDatabase({
      databaseUrl: config.databaseUrl ?? undefined,
      dataFolder: config.dataDir,
      poolSize: config.databasePool,
    });
    try {
      return await importHere(database.dataSource, polis, forum, progress.on);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof FolderInUse) || error.owner?.port === undefined) throw error;
    const server = { url: `http://127.0.0.1:${error.owner.port}`, key: await operatorKeyFor(config) };
    return await importThere(server, folder, forum, progress.on);
  } finally {
    progress.end();
  }
}

function sentenceOf(
  polis: Polis,
  { contributions, published, declined, pending, votes, participants, seconds, panelId }: Counts,
) {
  return (
    `“${polis.topic}”: ${contributions} contributions (${published} published, ${declined} declined, ${pending} waiting) ` +
    `and ${votes} votes of ${participants} people, in ${seconds.toFixed(1)} s. Panel ${panelId}`
  );
}
