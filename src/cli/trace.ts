import { parseArgs } from 'node:util';
import { type Conversation, readConversation } from './trace/read.js';
import { tableFor } from './trace/table.js';
import { traceOf, whyNoTrace } from './trace/trace.js';

const USAGE = 'Usage: npm run trace -- polis FOLDER [--json]';

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

/** Who would have been heard of those who really asked, under four rules. */
async function main(): Promise<void> {
  const { folder, json } = argumentsOf(process.argv.slice(2));
  const conversation = await readConversation(folder);
  process.stdout.write(`${json ? inJson(conversation) : inWords(conversation)}\n`);
}

function inJson(conversation: Conversation): string {
  const skipped = whyNoTrace(conversation);
  return JSON.stringify(skipped === null ? traceOf(conversation) : { skipped });
}

function inWords(conversation: Conversation): string {
  return whyNoTrace(conversation) ?? tableFor(conversation, traceOf(conversation));
}

function argumentsOf(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [format, folder, ...rest] = positionals;
    if (format !== 'polis' || !folder || rest.length > 0) {
      throw new Error('There is one format, polis, and one folder at a time.');
    }
    return { folder, ...values };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}
