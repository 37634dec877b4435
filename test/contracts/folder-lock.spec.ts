import { afterEach, beforeEach, describe, it, expect } from '@jest/globals';
import { mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Forums } from '../../src/log/directory.js';
import { FolderInUse, FolderNotWritable, lockFolder, openDatabase, readLock } from '../../src/persistence/index.js';
import { preparedFolder } from '../support/databases.js';
import { type OtherProcess, otherProcess } from '../support/other-process.js';

let folder: string;
let others: OtherProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kurultai-lock-'));
  others = [];
});

afterEach(async () => {
  await Promise.all(others.map((other) => other.kill9()));
  await rm(folder, { recursive: true, force: true });
});

describe('the folder of the embedded database', () => {
  it('[L14] is refused to a second process in one sentence that names the first', async () => {
    const first = await holder();
    const second = await ready();

    second.say('take');
    const { held, message } = await second.next();
    expect(held).toBe(false);
    expect(message).toContain(`process ${first.child.pid} `);
    expect(message).toContain('port 4321');
    expect(message).toContain('KURULTAI_DATA');
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
  });

  it('[L14] is refused to a second opening within one process', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);

    await lock.release();
    await (await lockFolder(folder)).release();
  });

  it('[L14] tells tools who has it open and where', async () => {
    expect(await readLock(folder)).toBeNull();
    const { child } = await holder();
    expect(await readLock(folder)).toMatchObject({ pid: child.pid, port: 4_321 });

    others.forEach((other) => other.child.kill('SIGKILL'));
    await gone(child.pid);
    expect(await readLock(folder)).toBeNull();
  });

  it('[L15] is taken over from a process that was killed', async () => {
    await (await holder()).kill9();
    await (await lockFolder(folder)).release();
  });

  it('[L15] is taken over, though another process has the pid of the dead one by now', async () => {
    await (await holder()).kill9();
    const owner = JSON.parse(await readFile(join(folder, 'lock', '1.json'), 'utf8')) as object;
    await writeFile(join(folder, 'lock', '1.json'), JSON.stringify({ ...owner, pid: process.pid }));

    const lock = await lockFolder(folder, { patienceMs: 300 });
    await lock.release();
  });

  it.each([0, 7])('[L15] is taken over from a lock file cut short to %i bytes', async (bytes) => {
    await (await holder()).kill9();
    await truncate(join(folder, 'lock', '1.json'), bytes);
    await (await lockFolder(folder)).release();
  });

  it('[L15] goes to exactly one of five who take it over at the same time', async () => {
    await (await holder()).kill9();
    for (let round = 0; round < 4; round++) {
      const five = await Promise.all(Array.from({ length: 5 }, ready));
      five.forEach((other) => other.say('take'));
      const said = await Promise.all(five.map((other) => other.next()));

      expect(said.filter(({ held }) => held)).toHaveLength(1);
      await Promise.all(five.map((other) => other.kill9()));
    }
  });

  it('[L15] is left to an owner on another machine while it gives signs of life, and taken when it stops', async () => {
    await mkdir(join(folder, 'lock'));
    const file = join(folder, 'lock', '1.json');
    const elsewhere = JSON.stringify({ pid: 1, host: 'elsewhere.example', place: '', started: null, since: '' });
    await writeFile(file, elsewhere);

    const beating = setInterval(() => void writeFile(file, elsewhere), 20);
    await expect(lockFolder(folder, { patienceMs: 5_000 })).rejects.toThrow(/process 1 on elsewhere.example/);
    clearInterval(beating);
    await sleep(50);
    await (await lockFolder(folder, { patienceMs: 200 })).release();
  });

  it('[L15] keeps few files however often it changes hands', async () => {
    for (let i = 0; i < 30; i++) await (await lockFolder(folder)).release();
    const files = await readdir(join(folder, 'lock'));
    expect(files.length).toBeLessThan(12);
    expect(files).toContain('30.json');
  });

  it('[L16] is refused in one sentence when it cannot be written to', async () => {
    await writeFile(join(folder, 'file'), '');
    const within = join(folder, 'file', 'data');
    await expect(lockFolder(within)).rejects.toThrow(FolderNotWritable);
    await expect(openDatabase({ dataFolder: within })).rejects.toThrow(/cannot be written to .*KURULTAI_DATA/);
  });

  it('[L15] opens again after kill -9 with everything that was stored', async () => {
    const dataFolder = await preparedFolder();
    const writer = otherProcess('writes-forums.ts', dataFolder);
    others.push(writer);
    const stored: unknown[] = [];
    while (stored.length < 20) stored.push((await writer.next())['forumId']);

    await expect(openDatabase({ dataFolder })).rejects.toThrow(FolderInUse);
    await writer.kill9();

    const database = await openDatabase({ dataFolder });
    const forums = await new Forums(database.dataSource).list();
    expect(forums.map(({ forumId }) => forumId)).toEqual(expect.arrayContaining(stored));
    await database.close();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('[L15] opens after the very first start was killed halfway', async () => {
    await mkdir(join(folder, 'pglite.new'), { recursive: true });
    await writeFile(join(folder, 'pglite.new', 'PG_VERSION'), '18\n');

    const database = await openDatabase({ dataFolder: folder });
    expect(database.engine).toMatch(/^embedded PGlite \d+\.\d+/);
    await database.close();
  });
});

async function ready(): Promise<OtherProcess> {
  const other = otherProcess('holds-folder.ts', folder);
  others.push(other);
  await other.next();
  return other;
}

async function holder(): Promise<OtherProcess> {
  const other = await ready();
  other.say('take');
  expect(await other.next()).toMatchObject({ held: true });
  return other;
}

async function gone(pid: number | undefined): Promise<void> {
  for (;;) {
    try {
      process.kill(pid ?? 0, 0);
    } catch {
      return;
    }
    await sleep(10);
  }
}
