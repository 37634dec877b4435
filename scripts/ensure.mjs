import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const NETWORK_FAULT =
  /npm error (code|errno) (E?IDLETIMEOUT|ETIMEDOUT|ECONNRESET|ECONNREFUSED|EAI_AGAIN|ERR_SOCKET_TIMEOUT|E5\d\d)/;

/** Ends the process with one sentence when this Node is too old; everything else here relies on it. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `Kurultai needs Node 20.19 or newer; this is Node ${process.versions.node}. See https://nodejs.org.\n`,
  );
  process.exit(1);
}

/** Runs `npm ci` when node_modules is missing or belongs to another package-lock.json. `say` hears short progress lines. */
export async function ensureInstalled(say = print) {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(ROOT, 'node_modules', '.kurultai-lock');
  if (read(stamp) === wanted) return;

  if (!isInstalled(JSON.parse(lock.toString()))) {
    await install(say);
  }
  writeFileSync(stamp, wanted);
}

/** A registry that stalls once is asked again; what arrived before comes out of npm's cache. */
async function install(say) {
  const command = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--fetch-timeout=60000']);
  for (let tries = 3; ; tries--) {
    try {
      return await step(say, 'Installing', command);
    } catch (error) {
      if (tries === 1 || !NETWORK_FAULT.test(error.message)) throw error;
      say('The package registry did not answer in full. Trying again…');
    }
  }
}

/** Builds the server into dist/ and the client into dist/client, each only when its sources changed, side by side. */
export async function ensureBuilt(say = print) {
  // Types are checked by `npm run typecheck` and `npm test`; whoever starts the forum need not wait for that.
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'];
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel', 'warn'];
  await Promise.all([
    buildWhenStale(
      say,
      'server',
      ['src', 'domain', 'bench', 'tsconfig.json', 'tsconfig.build.json'],
      'dist/src/main.js',
      tsc,
    ),
    buildWhenStale(say, 'client', ['client', 'domain'], 'dist/client/index.html', vite),
  ]);
}

/** Runs a command in the project's root. Resolves with its exit code and everything it printed. */
export function run(command, args, { env = process.env, hear } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    const collect = (chunk) => {
      chunks.push(chunk);
      hear?.(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** How to call npm: through the npm that runs us where there is one, so that no PATH or shell is needed. */
export function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return [process.execPath, [cli, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

async function buildWhenStale(say, name, sources, output, args) {
  const wanted = fingerprint([...sources, 'package-lock.json']);
  const stamp = join(ROOT, 'dist', `.${name}-stamp`);
  if (read(stamp) === wanted && existsSync(join(ROOT, output))) return;

  rmSync(stamp, { force: true });
  // The compiler trusts its own notes about what it wrote before.
  if (!existsSync(join(ROOT, output))) rmSync(join(ROOT, 'dist/.tsbuildinfo'), { force: true });
  await step(say, `Building the ${name}`, [process.execPath, args]);
  if (name === 'server') removeOrphans('src', 'domain', 'bench');
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(stamp, wanted);
}

async function step(say, what, [command, args]) {
  const start = performance.now();
  say(`${what}…`);
  const { code, output } = await run(command, args);
  if (code !== 0) throw new Error(`${what} failed.\n${output}`);
  say(`${what}: done in ${seconds(start)}`);
}

/** True when npm's own list of what it installed agrees with the lock; what is optional may be absent. */
function isInstalled(lock) {
  const hidden = read(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!hidden) return false;
  const installed = JSON.parse(hidden).packages;
  return Object.entries(lock.packages).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** A compiled file whose source is gone would still be found by whoever lists a folder (migrations, say). */
function removeOrphans(...folders) {
  for (const file of folders.flatMap((folder) => filesIn(join(ROOT, 'dist', folder)))) {
    const source = join(ROOT, relative(join(ROOT, 'dist'), file)).replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(source)) rmSync(file);
  }
}

function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(join(ROOT, source)))) {
    if (file.endsWith('.spec.ts')) continue;
    hash.update(relative(ROOT, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  const entries = tryList(path);
  if (!entries) return [path];
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

function tryList(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
