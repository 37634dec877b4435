import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { run, seenAt, told, WELL } from './support/polis.js';
import { startServer } from './support/server.js';

const COUNTS = { contributions: 8, published: 5, declined: 2, pending: 1, votes: 21, participants: 8 };

jest.setTimeout(180_000);

describe('npm run import', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurultai-import-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const imports = (from: string, ...more: readonly string[]) =>
    run('import', ['polis', from, '--json', ...more], { KURULTAI_DATA: join(folder, 'data') });

  it('[T3] [T6] [T7] stores a conversation once, however often it is imported', async () => {
    const first = await imports(WELL);
    const second = await imports(WELL);
    const server = await startServer({ dataFolder: join(folder, 'data') });
    const panels = (await (await fetch(`${server.url}/api/forums/conversations/panels`)).json()) as object[];
    const seen = await seenAt(server.url, told(first).panelId);
    await server.kill();

    expect(told(first)).toMatchObject(COUNTS);
    expect({ ...told(second), seconds: 0 }).toEqual({ ...told(first), seconds: 0 });
    expect(first.stderr).toMatch(/^1 votes are about contributions the export does not contain/);
    expect(panels).toEqual([
      expect.objectContaining({ phase: 'archived', title: 'The village well, and who mends it', published: 5 }),
    ]);
    expect(seen).toEqual([
      '["Whoever draws water should have a say.","Participant 0",4,0,0]',
      '["Mend the pump first: we know how.","Participant 1",3,0,1]',
      '["This was said before anybody kept time.","Participant 0",1,0,0]',
      '["A new well costs more, but \\"later\\" is a price as well.","Participant 2",1,1,1]',
      '["Two lines:\\none for water, one for thanks.","Participant 2",1,0,1]',
    ]);
  });

  it('[T2] [T7] refuses a broken export in one sentence and leaves nothing behind', async () => {
    const broken = join(folder, 'broken');
    await cp(WELL, broken, { recursive: true });
    const votes = await readFile(join(broken, 'votes.csv'), 'utf8');
    await writeFile(join(broken, 'votes.csv'), `${votes}1700001900000,,1,4,maybe\n`);

    const refused = await imports(broken);

    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr.trim()).toBe('votes.csv, line 23: vote must be a whole number, not "maybe".');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('[T10] leaves the work to the server that holds the folder', async () => {
    const server = await startServer({ dataFolder: join(folder, 'data') });
    const imported = told(await imports(WELL, '--forum', 'wells'));
    const seen = await seenAt(server.url, imported.panelId);
    const panels = (await (await fetch(`${server.url}/api/forums/wells/panels`)).json()) as object[];
    const unsigned = await fetch(`${server.url}/api/operator/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ folder: WELL }),
    });
    const missing = await imports(folder);
    await server.kill();

    expect(imported).toMatchObject(COUNTS);
    expect(seen).toHaveLength(5);
    expect(panels).toHaveLength(1);
    expect(unsigned.status).toBe(401);
    expect(missing).toMatchObject({ code: 1, stderr: 'summary.csv: is missing from the folder.\n' });
  });
});
