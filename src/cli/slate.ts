import { parseArgs } from 'node:util';
import { audit } from '../../domain/amplify/slate/audit.js';
import { slateOf } from '../../domain/amplify/slate/slate.js';
import { figuresOf, mostSupported } from './slate/measure.js';
import { sentencesOf, tableOf } from './slate/sentences.js';
import { readVotes } from './slate/votes.js';

const USAGE = 'Usage: npm run slate -- polis FOLDER [--k SEATS] [--json]';
const SEATS = { least: 1, most: 1000 };

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

/** Fills a slate from the votes of a conversation and sets it beside the most supported items. */
async function main(): Promise<void> {
  const { folder, seats, json } = argumentsOf(process.argv.slice(2));
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

function argumentsOf(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { k: { type: 'string', default: '8' }, json: { type: 'boolean', default: false } },
    });
    const [format, folder, ...rest] = positionals;
    if (format !== 'polis' || !folder || rest.length > 0) {
      throw new Error('There is one format, polis, and one folder at a time.');
    }
    const seats = Number(values.k);
    if (!/^\d+$/.test(values.k) || seats < SEATS.least || seats > SEATS.most) {
      throw new Error(`--k takes a whole number from ${SEATS.least} to ${SEATS.most}.`);
    }
    return { folder, seats, json: values.json };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}
