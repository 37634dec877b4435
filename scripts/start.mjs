import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs';

checkNode();
process.chdir(ROOT);

try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

// In this very process: whoever stops or kills it stops or kills the server.
process.argv[1] = join(ROOT, 'dist/src/main.js');
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
await import('../dist/src/main.js');
