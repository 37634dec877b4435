import { createInterface } from 'node:readline';
import { FolderInUse } from '../../src/persistence/lock/errors.js';
import { lockFolder } from '../../src/persistence/lock/folder-lock.js';

/** Says `ready`, takes the folder at the first line it hears, says how that went, and holds on until it is killed. */
const [folder = ''] = process.argv.slice(2);
say({ ready: true });

for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'take') continue;
  try {
    const lock = await lockFolder(folder);
    await lock.note({ port: 4_321 });
    say({ held: true });
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    say({ held: false, message: error.message });
  }
}

function say(what: object): void {
  process.stdout.write(`${JSON.stringify({ pid: process.pid, ...what })}\n`);
}
