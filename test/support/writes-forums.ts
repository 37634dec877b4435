import { randomUUID } from 'node:crypto';
import { Forums } from '../../src/log/directory.js';
import { openDatabase } from '../../src/persistence/index.js';

/** Opens the embedded database and stores forums, saying each one that is stored, until it is killed. */
const [dataFolder = ''] = process.argv.slice(2);
const forums = new Forums((await openDatabase({ dataFolder })).dataSource);

for (;;) {
  const forumId = randomUUID();
  await forums.create({ forumId, slug: forumId, title: 'Water and food', description: '' });
  process.stdout.write(`${JSON.stringify({ forumId })}\n`);
}
