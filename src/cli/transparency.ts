import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { configOrExit } from '../ops/config.js';
import { FolderInUse, openDatabase } from '../persistence/index.js';
import { forumTransparency, type ForumTransparency } from '../reports/transparency.js';

const USAGE = 'Usage: npm run report:transparency -- FORUM [--json]';

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { forum, json } = argumentsOf(process.argv.slice(2));
  const config = configOrExit();
  const database = await openDatabase({
    databaseUrl: config.databaseUrl ?? undefined,
    dataFolder: config.dataDir,
    poolSize: config.databasePool,
  }).catch((error: unknown) => {
    if (!(error instanceof FolderInUse)) throw error;
    throw new Error(`A running server has the folder open. Ask it instead: GET /api/forums/${forum}/transparency`, {
      cause: error,
    });
  });
  try {
    const told = await forumTransparency(database.dataSource, forum);
    if (!told) throw new Error(`There is no forum at ${forum}.`);
    process.stdout.write(json ? `${JSON.stringify(told)}\n` : sentencesOf(told));
  } finally {
    await database.close();
  }
}

function argumentsOf(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [forum, ...rest] = positionals;
    if (!forum || rest.length > 0) throw new Error('Name one forum by its address.');
    return { forum, json: values.json };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}

function sentencesOf({ forum, decisions, byRule, secondLooks, appeals, ...told }: ForumTransparency): string {
  const median = told.medianMs === null ? 'nothing was decided' : `${Math.round(told.medianMs / 1000)} s`;
  return [
    `${forum.title}: ${told.panels} panels`,
    `  submitted           ${told.submitted}, sent again ${told.resubmitted}, withdrawn ${told.withdrawn}`,
    `  published           ${decisions.publish}`,
    `  asked to revise     ${decisions.revise}`,
    `  declined            ${decisions.decline}, taken out of the record ${decisions.redact}`,
    `  by rule             ${
      Object.entries(byRule)
        .map(([rule, n]) => `${rule} ${n}`)
        .join(', ') || 'none'
    }`,
    `  threads             proposed ${told.threads.proposed}, accepted ${told.threads.accepted}, declined ${told.threads.declined}`,
    `  second looks        at declines ${secondLooks.asked}, at what was taken away at once ${secondLooks.restricted}; agreed ${secondLooks.confirmed}`,
    `  not every decline looked at twice: ${told.eased.periods} times, ${Math.round(told.eased.ms / 60_000)} min`,
    `  undone ${told.undone}, reversed ${told.reversed}, handed on ${told.handedOn}, recused ${told.recused}, decided in bulk ${told.inBulk}`,
    `  requests to speak declined ${told.requestsDeclined}`,
    `  appeals             ${appeals.lodged}: confirmed ${appeals.confirmed}, modified ${appeals.modified}, overturned ${appeals.overturned}`,
    `  held or labelled by screening ${told.screened}, removed by a machine ${told.automatedRemovals}`,
    `  median time to a decision: ${median}`,
    '',
  ].join('\n');
}
