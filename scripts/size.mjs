import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs';

/**
 * `node scripts/size.mjs [client folder]` prints what the first load of each page transfers, gzipped, in English, and
 * fails when a page is above the limit. Read from what the build says of itself; without a folder it builds what is stale.
 */

const LIMIT = 200_000;
/** The screen of each page, as it is named in `client/screens`, and the texts that come with it. */
const SCREENS = screensIn(readFileSync(join(ROOT, 'client/app.tsx'), 'utf8'));
const ALWAYS = ['i18n/en/common.json', 'i18n/en/refusals.json'];

const folder = process.argv[2] ?? (await built());
const manifest = read(join(folder, '.vite/manifest.json'));
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const sizes = new Map();

const pages = SCREENS.map(({ module, namespaces }) => {
  const texts = namespaces.map((namespace) => `i18n/en/${namespace}.json`);
  const files = new Set(['index.html', ...[entry, module, ...texts, ...ALWAYS].flatMap((key) => [...filesOf(key)])]);
  return { module, files: files.size, size: [...files].reduce((sum, file) => sum + gzipped(file), 0) };
});
for (const { module, files, size } of pages) {
  process.stdout.write(`${size > LIMIT ? '✗' : '✓'} ${String(size).padStart(7)} bytes in ${files} files  ${module}\n`);
}
const tooBig = pages.filter(({ size }) => size > LIMIT);
if (tooBig.length > 0) process.stdout.write(`A first load is at most ${LIMIT} bytes.\n`);
process.exitCode = tooBig.length > 0 ? 1 : 0;

/** A chunk with its styles and everything it imports before it runs. */
function filesOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no ${key}.`);
  if (seen.has(key)) return [];
  seen.add(key);
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((other) => [...filesOf(other, seen)])];
}

function gzipped(file) {
  const known = sizes.get(file) ?? gzipSync(readFileSync(join(folder, file))).length;
  sizes.set(file, known);
  return known;
}

function screensIn(source) {
  const found = source.matchAll(/lazyScreen\(\[([^\]]*)\][\s\S]*?import\('\.\/([^']+)\.js'\)/g);
  const screens = [...found].map(([, names, path]) => ({
    module: `${path}.tsx`,
    namespaces: [...names.matchAll(/'([^']+)'/g)].map(([, name]) => name),
  }));
  if (screens.length === 0) throw new Error('client/app.tsx names no lazy screen any more.');
  return screens;
}

async function built() {
  const say = (line) => process.stderr.write(`${line}\n`);
  await ensureInstalled(say);
  await ensureBuilt(say);
  return join(ROOT, 'dist/client');
}

function read(path) {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  process.stderr.write(`There is no ${path}: it comes with the build of the client.\n`);
  process.exit(1);
}
