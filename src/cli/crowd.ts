import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { OperatorClient } from './crowd/operator.js';
import type { Speed } from './crowd/pace.js';
import { play } from './crowd/play.js';
import { prepare } from './crowd/stage.js';
import { CONVERSATIONS } from './import-here.js';
import { operatorKeyFor } from './operator-key.js';
import { countsOf, since } from './polis/counts.js';
import { readPolis } from './polis/read.js';
import { progressOf } from './progress.js';

const USAGE =
  'Usage: npm run crowd -- FOLDER --url URL --speed N|max [--json] [--key KEY] [--forum SLUG] [--until-end close]\n' +
  'N is how many times faster than it was; silences are cut to a quarter of a second.';

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { folder, url, speed, json, key, forum, close } = argumentsOf(process.argv.slice(2));
  const polis = await readPolis(folder);
  const operator = new OperatorClient(url, key ?? (await operatorKeyFor(fromEnvironment())));

  const started = performance.now();
  const stage = await prepare(polis, { url, forum }, operator);
  const progress = progressOf('Playing');
  try {
    const played = await play(polis, speed, { ...stage, onProgress: progress.on });
    if (close) await stage.close();
    progress.end();

    const told = { panelId: stage.panelId, ...countsOf(polis), ...played, seconds: since(started) };
    process.stdout.write(`${json ? JSON.stringify(told) : sentenceOf(polis.topic, told)}\n`);
  } finally {
    progress.end();
    stage.leave();
  }
}

function argumentsOf(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        url: { type: 'string', default: 'http://localhost:3000' },
        speed: { type: 'string', default: '100' },
        json: { type: 'boolean', default: false },
        key: { type: 'string' },
        forum: { type: 'string', default: CONVERSATIONS.slug },
        'until-end': { type: 'string' },
      },
    });
    const [folder, ...rest] = positionals;
    if (!folder || rest.length > 0) throw new Error('Name one folder with a Polis export.');
    if (!URL.canParse(values.url)) throw new Error('--url takes an address such as http://localhost:3000.');
    if (!['close', undefined].includes(values['until-end'])) throw new Error('--until-end takes the word close.');
    return { ...values, folder, speed: speedOf(values.speed), close: values['until-end'] === 'close' };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}

function speedOf(text: string): Speed {
  if (text === 'max') return 'max';
  const speed = Number(text);
  if (!Number.isFinite(speed) || speed <= 0) throw new Error('--speed takes a number above 0, or the word max.');
  return speed;
}

function fromEnvironment() {
  const { KURULTAI_OPERATOR_KEY: key, KURULTAI_DATA: data } = process.env as Record<string, string | undefined>;
  return { operatorKey: key?.trim() || null, dataDir: resolve(data?.trim() || './data') };
}

function sentenceOf(
  topic: string,
  told: {
    acknowledged: number;
    published: number;
    declined: number;
    pending: number;
    votes: number;
    skippedVotes: number;
    seconds: number;
    panelId: string;
  },
): string {
  return (
    `“${topic}”: ${told.acknowledged} contributions acknowledged (${told.published} published, ${told.declined} declined, ` +
    `${told.pending} waiting), ${told.votes - told.skippedVotes} votes cast, ${told.skippedVotes} on what was never published, ` +
    `in ${told.seconds.toFixed(1)} s. Panel ${told.panelId}`
  );
}
