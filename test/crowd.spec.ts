import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { run, seenAt, told, WELL } from './support/polis.js';
import { type RunningServer, startServer } from './support/server.js';

jest.setTimeout(180_000);

describe('npm run crowd', () => {
  let server: RunningServer;

  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.close());

  const env = () => ({ KURULTAI_DATA: server.dataFolder });
  const plays = (...more: readonly string[]) => run('crowd', [WELL, '--url', server.url, '--json', ...more], env());
  const imported = async () => told(await run('import', ['polis', WELL, '--json'], env())).panelId;

  it('[T8] [T7] says, decides and votes what was imported', async () => {
    const played = told(await plays('--speed', 'max', '--until-end', 'close'));

    expect(played).toMatchObject({
      ...{ contributions: 8, published: 5, declined: 2, pending: 1, votes: 21, participants: 8 },
      ...{ skippedVotes: 4, acknowledged: 8 },
    });
    expect(await seenAt(server.url, played.panelId)).toEqual(await seenAt(server.url, await imported()));
  });

  it('[T9] goes on where it was when the server was killed and is back', async () => {
    const playing = plays('--speed', '1', '--until-end', 'close');
    await sleep(4_000);
    const { dataFolder, url } = server;
    await server.kill('SIGKILL');
    server = await startServer({ dataFolder, env: { PORT: new URL(url).port } });

    const played = told(await playing);

    expect(played).toMatchObject({ published: 5, declined: 2, pending: 1, skippedVotes: 4, acknowledged: 8 });
    expect(await seenAt(server.url, played.panelId)).toEqual(await seenAt(server.url, await imported()));
  });

  it('[T7] says in one sentence what is wrong', async () => {
    const wrongKey = await plays('--key', 'not the key of this server, at all');
    const noServer = await run('crowd', [WELL, '--url', 'http://127.0.0.1:9', '--json'], env());

    expect(wrongKey).toMatchObject({ code: 1, stdout: '' });
    expect(wrongKey.stderr).toMatch(/^[^\n]*operator’s key[^\n]*\n$/);
    expect(noServer).toEqual({ code: 1, stdout: '', stderr: 'http://127.0.0.1:9 does not answer.\n' });
  });
});
