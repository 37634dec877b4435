import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs';

/**
 * `node scripts/run.mjs src/cli/import …` installs and builds what is stale, then runs dist/src/cli/import.js with the
 * rest of the arguments in this process. Without a program it only builds.
 */

checkNode();
const [program, ...rest] = process.argv.slice(2);

try {
  // Progress goes to stderr: stdout belongs to the program and may be read by another one.
  const say = (line) => process.stderr.write(`${line}\n`);
  await ensureInstalled(say);
  await ensureBuilt(say);
  if (program) await start(join(ROOT, 'dist', `${program}.js`));
} catch (error) {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
}

async function start(target) {
  if (!existsSync(target)) throw new Error(`There is no program ${program}.`);
  process.argv = [process.argv[0], target, ...rest];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(target).href);
}
