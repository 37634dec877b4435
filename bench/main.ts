import 'reflect-metadata';
import { cpus } from 'node:os';
import pg from 'pg';
import { append } from './append.js';
import { fold } from './fold.js';
import { live } from './live/index.js';
import { queue } from './queue/index.js';
import { replay } from './replay/index.js';
import { slate } from './slate/index.js';
import { ownDatabase } from './support/house.js';

const BENCHES = {
  live: async (server: string | null) => {
    const options = { readers: number('readers', 1_000), rate: number('rate', 200), seconds: number('seconds', 15) };
    if (!server) return live(null, options);
    const own = await ownDatabase(server);
    return live(own.url, options).finally(own.drop);
  },
  append: (server: string | null) => append(server, { seconds: number('seconds', 8) }),
  fold: (server: string | null) => fold(server, { entries: number('entries', 100_000) }),
  replay: (server: string | null) => replay(server, { entries: number('entries', 100_000) }),
  queue: (server: string | null) => queue(server, { selections: number('selections', 2_000) }),
  slate,
} as const;

const AIMS = {
  live: 'Aim: ratio ≤ 0.35 of bare Socket.IO, p99 ≤ 250 ms.',
  append: 'Aim: ≥ 5 times one transaction each, ≥ 0.5 of plain batches.',
  fold: 'No aim was set; the bare read is the same rows through the same driver.',
  replay: 'Aim: seeks p95 ≤ 100 ms on a phone four times slower, no frame beyond 100 ms while playing.',
  queue: 'Aim: p99 of next ≤ 3 ms at 10,000. The list and the query know no groups; next includes the charge.',
  slate: 'Aim: 1,000 voters × 200 items ≤ 20 ms, 10,000 × 2,000 ≤ 250 ms.',
} as const;

const [name = ''] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const json = process.argv.includes('--json');

if (!isBench(name)) {
  process.stderr.write(
    'npm run bench -- live|append|fold|replay|queue|slate [--json] [--engine=embedded|postgres] [--seconds=N] [--readers=N] [--rate=N] [--entries=N] [--selections=N]\n',
  );
  process.exit(2);
}
await run(name);

async function run(bench: keyof typeof BENCHES): Promise<void> {
  if (!json) {
    process.stdout.write(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}\n`);
  }
  for (const server of await engines()) {
    const result = await BENCHES[bench](server);
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${JSON.stringify(result, null, 2)}\n`);
  }
  if (!json) {
    process.stdout.write(
      `${AIMS[bench]} Ratios, not seconds: both sides ran on the same machine, one after the other.\n`,
    );
  }
  process.exit(0);
}

/** The embedded engine always, PostgreSQL where one answers. */
async function engines(): Promise<readonly (string | null)[]> {
  const asked = option('engine');
  const server = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const there = asked === 'embedded' ? false : await answers(server);
  if (asked === 'postgres' && !there) throw new Error(`No PostgreSQL answers at ${server}.`);
  return [...(asked === 'postgres' ? [] : [null]), ...(there ? [server] : [])];
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function option(name: string): string | undefined {
  return process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
}

function number(name: string, otherwise: number): number {
  return Number(option(name) ?? otherwise);
}

function isBench(name: string): name is keyof typeof BENCHES {
  return Object.hasOwn(BENCHES, name);
}
