import { spawn } from 'node:child_process';
import { checkNode, ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs';

/** The server on :3000, rebuilt and restarted on change, and the client on :5173 with hot reload and a proxy to it. */

checkNode();
await ensureInstalled();
await ensureBuilt();

const children = [
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
  ['--watch', '--enable-source-maps', 'dist/src/main.js', ...process.argv.slice(2)],
  ['node_modules/vite/bin/vite.js', 'client'],
].map((args) => spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }));

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.forEach((child) => child.kill(signal)));
for (const child of children) child.on('exit', () => children.forEach((other) => other.kill()));
