import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { run, WELL } from './support/polis.js';

const LOGS = 'test/fixtures/amplify-queue.json';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kurultai-tools-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('npm run conform', () => {
  it('[Q38] ends with how many passed and failed', async () => {
    const ran = await run('conform', ['queue', LOGS], {});
    expect(ran).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+ passed, 0 failed\n$/), stderr: '' });
  });

  it('[Q38] refuses a file that is missing or none of these, in one sentence', async () => {
    const [broken, empty] = [join(folder, 'broken.json'), join(folder, 'empty.json')];
    await writeFile(broken, '{');
    await writeFile(
      empty,
      '[{"name":"none","cfg":{"groups":[],"R":null,"kappa":1,"K":3,"theta":0.5,"s":0,"M":30,"absentAccrual":true},"ops":[]}]',
    );
    for (const [file, sentence] of [
      [join(folder, 'none.json'), 'there is no such file.'],
      [broken, 'is not JSON.'],
      [empty, 'holds nothing to check.'],
      ['package.json', 'is not a list of queue logs.'],
    ] as const) {
      expect(await run('conform', ['queue', file], {})).toEqual({
        code: 1,
        stdout: '0 passed, 1 failed\n',
        stderr: `${file}: ${sentence}\n`,
      });
    }
  });
});

describe('npm run trace', () => {
  it('[Q39] skips a conversation that is too small, and says so', async () => {
    await writeFile(join(folder, 'comments.csv'), 'timestamp,author-id,agrees\n1700000000000,1,0\n');
    await writeFile(join(folder, 'participants-votes.csv'), 'participant,group-id\n1,0\n');

    const { code, stdout } = await run('trace', ['polis', folder, '--json'], {});
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ skipped: 'It has 1 comments with a time; a trace needs 60.' });
  });

  it('[Q39] names the file that is missing', async () => {
    const { code, stderr } = await run('trace', ['polis', WELL], {});
    expect([code, stderr]).toEqual([1, 'participants-votes.csv: is missing from the folder.\n']);
  });
});

describe('npm run simulate', () => {
  it('[Q40] gives the same figures for the same seed', async () => {
    const [one, again] = await Promise.all(
      [1, 2].map(() => run('simulate', ['docs/simulation-example.json', '--json', '--panels', '3'], {})),
    );
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(again).toEqual(one);
    expect(JSON.parse(one?.stdout ?? '')).toMatchObject({ panels: 3, seed: 1, outcomes: expect.any(Array) });
  });
});
