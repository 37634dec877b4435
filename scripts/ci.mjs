import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkNode, ensureBuilt, ensureInstalled, npm, ROOT, run, seconds } from './ensure.mjs';

/**
 * Everything that can be checked here: `npm test`, with a real PostgreSQL and Redis where they answer, then the corpus of
 * bad inputs and real conversations where they lie beside the project. The last line is `N passed, N failed`.
 */

const CONVERSATIONS = join(ROOT, '../shared/data/polis');
const CORPUS = join(ROOT, '../shared/fixtures/bad-inputs.jsonl');
const SPEED = 'max';

/**
 * What the Amplify queue and the slate do with real conversations, as the methods' reference implementation found it:
 * shortfall of the worst group, share heard, Jain, most of one person; coverage, worst cluster, α-JR, α-EJR+ of eight seats.
 */
const REFERENCE = {
  '15-per-hour-seattle': { slate: [0.962, 0.97, 0.1, 0.39] },
  'austria-climate.5twd2jsnkf.2022-08-08': { trace: [0.004, 0.914, 0.718, 0.038], slate: [0.907, 0.89, 0.11, 0.51] },
  'canadian-electoral-reform': { trace: [0, 1, 0.623, 0.171], slate: [0.831, 0.84, 0.21, 0.33] },
  'scoop-hivemind.biodiversity': { trace: [0.131, 0.907, 0.304, 0.157], slate: [0.926, 0.93, 0.12, 0.37] },
  'vtaiwan.uberx': { trace: [0.013, 0.648, 0.491, 0.077], slate: [0.868, 0.88, 0.12, 0.31] },
};

const folder = mkdtempSync(join(tmpdir(), 'kurultai-ci-'));
const totals = { passed: 0, failed: 0 };
checkNode();

try {
  await ensureInstalled();
  const services = await servicesHere();
  await everyTest(services);
  await ensureBuilt();
  if (existsSync(CORPUS)) await check('the corpus is the one the tests read', sameCorpus);
  if (existsSync(CONVERSATIONS)) await conversations(services);
} catch (error) {
  totals.failed++;
  process.stdout.write(`${error.stack}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed > 0 ? 1 : 0);

/** Named outright, so that a test that needs one fails where it does not answer, instead of being skipped. */
async function servicesHere() {
  const found = {
    TEST_DATABASE_URL: process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test',
    TEST_REDIS_URL: process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379',
  };
  for (const [name, url] of Object.entries(found)) {
    const answers = await isListening(new URL(url));
    process.stdout.write(`${name}: ${answers ? 'answers' : 'does not answer; what needs it is skipped'}\n`);
    if (!answers) delete found[name];
  }
  return found;
}

async function everyTest(services) {
  const report = join(folder, 'report.json');
  const env = { ...process.env, ...services, KURULTAI_TEST_REPORT: report };
  const { code } = await run(...npm(['test']), { env, hear: (chunk) => process.stdout.write(chunk) });
  const { passed, failed } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { passed: 0, failed: 1 };
  totals.passed += passed;
  totals.failed += code !== 0 && failed === 0 ? 1 : failed;
}

function sameCorpus() {
  const lines = (file) => readFileSync(file, 'utf8').trim().split('\n').sort();
  expectEqual(lines(join(ROOT, 'test/fixtures/bad-inputs.jsonl')), lines(CORPUS));
}

/** Each conversation is imported twice, its counts compared with its files; the smallest is also played by a crowd. */
async function conversations(services) {
  const env = {
    ...process.env,
    KURULTAI_DATA: join(folder, 'data'),
    DATABASE_URL: '',
    REDIS_URL: '',
    PORT: '0',
    LOG_LEVEL: 'warn',
  };
  const names = readdirSync(CONVERSATIONS).filter((name) => existsSync(join(CONVERSATIONS, name, 'comments.csv')));
  const sizeOf = (name) => statSync(join(CONVERSATIONS, name, 'votes.csv')).size;
  const [smallest] = names.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const imported = new Map();

  for (const name of names) {
    await check(`${name}: imported as its files say`, async () => {
      const counts = await polis('import', ['polis', join(CONVERSATIONS, name), '--json'], env);
      imported.set(name, counts.panelId);
      expectEqual(pick(counts), await countsIn(join(CONVERSATIONS, name)));
    });
    await check(`${name}: queue and slate do what the reference does`, () => asInReference(name, env));
    await check(`${name}: imported again, nothing changes`, async () => {
      const { panelId } = await polis('import', ['polis', join(CONVERSATIONS, name), '--json'], env);
      expectEqual(panelId, imported.get(name));
    });
  }
  await playedBy(`${smallest}: a crowd says what was imported`, smallest, env);

  if (!services.TEST_DATABASE_URL) return;
  const database = await emptyDatabase(services.TEST_DATABASE_URL);
  const onPostgres = { ...env, DATABASE_URL: database.url, REDIS_URL: services.TEST_REDIS_URL ?? '' };
  await check(`${smallest}: imported into PostgreSQL as its files say`, async () => {
    const counts = await polis('import', ['polis', join(CONVERSATIONS, smallest), '--json'], onPostgres);
    expectEqual(pick(counts), await countsIn(join(CONVERSATIONS, smallest)));
    imported.set(smallest, counts.panelId);
  });
  await playedBy(`${smallest}: a crowd on PostgreSQL says what was imported`, smallest, onPostgres);
  await database.drop();

  async function playedBy(what, name, around) {
    await check(what, async () => {
      const server = await startServer(around);
      try {
        const folderOf = join(CONVERSATIONS, name);
        const played = await polis('crowd', [folderOf, '--url', server.url, '--speed', SPEED, '--json'], around);
        expectEqual(await saidIn(server.url, played.panelId), await saidIn(server.url, imported.get(name)));
      } finally {
        await server.stop();
      }
    });
  }
}

async function asInReference(name, env) {
  const path = join(CONVERSATIONS, name);
  const { trace, slate } = REFERENCE[name] ?? {};
  const rounded = (digits, values) => values.map((value, i) => Number(value.toFixed(digits[i])));
  if (trace) {
    const { shortfall, heard, jain, top } = (await polis('trace', ['polis', path, '--json'], env)).amplify;
    expectEqual(rounded([3, 3, 3, 3], [shortfall, heard, jain, top]), trace);
  }
  if (slate) {
    const { coverage, worstCluster, alphaJR, alphaEJRplus } = (
      await polis('slate', ['polis', path, '--k', '8', '--json'], env)
    ).amplify;
    expectEqual(rounded([3, 2, 2, 2], [coverage, worstCluster, alphaJR, alphaEJRplus]), slate);
  }
}

async function check(what, body) {
  const start = performance.now();
  try {
    await body();
    totals.passed++;
    process.stdout.write(`✓ ${what}  ${seconds(start)}\n`);
  } catch (error) {
    totals.failed++;
    process.stdout.write(`✗ ${what}  ${seconds(start)}\n${error.message}\n`);
  }
}

async function polis(command, args, env) {
  const [npmItself, before] = npm(['run', '--silent', command, '--', ...args]);
  const child = spawn(npmItself, before, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, said] = [[], []];
  child.stdout.on('data', (chunk) => printed.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const lines = Buffer.concat(printed).toString().trim().split('\n');
  if (code !== 0 || lines.length !== 1) throw new Error(`${command} ended with ${code}.\n${Buffer.concat(said)}`);
  return JSON.parse(lines[0]);
}

function pick({ contributions, published, declined, pending, votes }) {
  return { contributions, published, declined, pending, votes };
}

async function countsIn(path) {
  const { parse } = await import('csv-parse/sync');
  const rows = (file) => parse(readFileSync(join(path, file)), { columns: true, bom: true });
  const comments = rows('comments.csv');
  const moderated = (as) => comments.filter((comment) => Number(comment.moderated) === as).length;
  const [published, declined, pending] = [1, -1, 0].map(moderated);
  return { contributions: comments.length, published, declined, pending, votes: rows('votes.csv').length };
}

/** The texts a reader of a panel sees, sorted: ids and order differ between an import and a crowd. */
async function saidIn(url, panelId) {
  const said = new Map();
  for (let after = 0, head = 1; after < head;) {
    const response = await fetch(`${url}/api/panels/${panelId}/record?after=${after}`);
    const page = await response.json();
    if (!response.ok || page.entries.length === 0) throw new Error(`The record of ${panelId}: ${response.status}`);
    for (const { event } of page.entries) {
      if (event.type === 'ContributionPublished' && event.body) said.set(event.contributionId, event.body.text);
      if (event.type === 'Redacted') said.delete(event.contributionId);
    }
    ({ head } = page);
    after = page.entries.at(-1).seq;
  }
  return [...said.values()].sort();
}

async function startServer(env) {
  const child = spawn(process.execPath, ['dist/src/main.js', '--json', '--no-demo'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"ready":true')) return { url: JSON.parse(line).url, stop };
  }
  throw new Error('The server did not start.');
}

async function emptyDatabase(url) {
  const { default: pg } = await import('pg');
  const name = `ci_${basename(folder).replace(/\W/g, '_').toLowerCase()}`;
  const execute = async (sql) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await execute(`CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => execute(`DROP DATABASE ${name} WITH (FORCE)`) };
}

function isListening({ hostname, port }) {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: 2000 });
    const answer = (is) => () => {
      socket.destroy();
      resolve(is);
    };
    socket.on('connect', answer(true)).on('error', answer(false)).on('timeout', answer(false));
  });
}

function expectEqual(actual, expected) {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
  if (is !== should) throw new Error(`  is        ${is.slice(0, 2000)}\n  should be ${should?.slice(0, 2000)}`);
}
