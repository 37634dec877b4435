import { parseArgs } from 'node:util';
import { audit } from '../../domain/amplify/slate/audit.js';
import { slateOf } from '../../domain/amplify/slate/slate.js';
import { readPolis } from './polis/read.js';
import { playedLive } from './slate/live.js';
import { figuresOf, mostSupported } from './slate/measure.js';
import { sentencesOf, tableOf } from './slate/sentences.js';
import { readVotes } from './slate/votes.js';

const USAGE = 'Usage: npm run slate -- polis FOLDER [--k SEATS | --live QUESTIONS] [--json]';
const SEATS = { least: 1, most: 1000 };

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

/** Fills a slate from the votes of a conversation and sets it beside the most supported items. */
async function main(): Promise<void> {
  const { folder, seats, live, json } = argumentsOf(process.argv.slice(2));
  if (live !== null) return printLive(folder, live, json);
  const votes = await readVotes(folder, seats);
  const filled = slateOf(votes.input);
  const chosen = filled.map(({ item }) => item);
  const figures = { topK: figuresOf(votes, mostSupported(votes)), amplify: figuresOf(votes, chosen) };
  if (json) {
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    return;
  }

  const nameOf = (item: number) => `comment ${votes.items[item]}`;
  process.stdout.write(
    `${votes.input.voters} voters, ${votes.items.length} comments, ${seats} seats\n\n` +
      `${tableOf({ 'most votes': figures.topK, amplify: figures.amplify })}\n\n` +
      `${sentencesOf(filled, audit(votes.input, chosen), nameOf)}\n`,
  );
}

/** Puts one question after another while the votes come in, and sets what that covers beside most votes. */
async function printLive(folder: string, questions: number, json: boolean): Promise<void> {
  const figures = playedLive(await readPolis(folder), questions);
  if (json) return void process.stdout.write(`${JSON.stringify(figures)}\n`);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  process.stdout.write(
    `${questions} questions, one after each equal part of the votes; who supports something that was put, in the end:\n` +
      `most votes  ${percent(figures.mostVotes)}\namplify     ${percent(figures.amplify)}\n`,
  );
}

function argumentsOf(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        k: { type: 'string', default: '8' },
        live: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [format, folder, ...rest] = positionals;
    if (format !== 'polis' || !folder || rest.length > 0) {
      throw new Error('There is one format, polis, and one folder at a time.');
    }
    const live = values.live === undefined ? null : countOf('--live', values.live);
    return { folder, seats: countOf('--k', values.k), live, json: values.json };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}

function countOf(option: string, value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < SEATS.least || count > SEATS.most) {
    throw new Error(`${option} takes a whole number from ${SEATS.least} to ${SEATS.most}.`);
  }
  return count;
}
