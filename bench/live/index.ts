import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds, percentile, rounded } from '../support/measure.js';
import { ended, type Product, said, startHelper, startProduct } from '../support/processes.js';
import { Wire, instant } from '../support/wire.js';
import { openStage } from './crowd.js';

export interface LiveOptions {
  readonly readers: number;
  /** Contributions a second. */
  readonly rate: number;
  readonly seconds: number;
}

interface Run {
  readonly contributions: number;
  readonly deliveries: number;
  readonly complete: boolean;
  readonly inOrder: boolean;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Server CPU per contribution and reader, microseconds. */
  readonly cpuMicros: number;
}

/** The same contributions to the same number of readers: through the whole product, and through bare Socket.IO. */
export async function live(databaseUrl: string | null, options: LiveOptions) {
  const product = await startProduct(databaseUrl);
  const ours = await measureProduct(product, options).finally(() => product.stop());
  const bare = await measureBare(options);
  return {
    bench: 'live',
    engine: product.engine,
    ...options,
    product: ours,
    bare,
    ratio: rounded(ours.cpuMicros / bare.cpuMicros),
  };
}

async function measureProduct(product: Product, options: LiveOptions): Promise<Run> {
  const stage = await openStage(product, options.rate);
  const readers = startHelper('../live/readers.js', [product.url, stage.panelId, String(options.readers)]);
  try {
    await said(readers, 'ready');
    await paced(options.rate, 2, () => stage.say());
    await sleep(1_000);
    return await measured(product.pid, readers, options, () => stage.say());
  } finally {
    stage.close();
    await ended(readers);
  }
}

async function measureBare(options: LiveOptions): Promise<Run> {
  const server = startHelper('../live/bare-server.js', []);
  const { url } = await said<{ url: string }>(server, 'listening');
  const readers = startHelper('../live/readers.js', [url, 'room', String(options.readers)]);
  const wire = new Wire(url, '');
  try {
    await Promise.all([wire.entered, said(readers, 'ready')]);
    let seq = 0;
    const post = async () => void (await wire.ask('post', frameLike(++seq)));
    await paced(options.rate, 2, post);
    await sleep(1_000);
    return await measured(server.pid ?? 0, readers, options, post);
  } finally {
    wire.close();
    await ended(readers);
    await ended(server);
  }
}

async function measured(
  pid: number,
  readers: ReturnType<typeof startHelper>,
  options: LiveOptions,
  say: () => Promise<void>,
): Promise<Run> {
  readers.send({ kind: 'begin' });
  const before = cpuSeconds(pid);
  const contributions = await paced(options.rate, options.seconds, say);
  const { deliveries, disorder, latencies } = await allRead(readers, contributions * options.readers);
  const cpu = cpuSeconds(pid) - before;
  return {
    contributions,
    deliveries,
    complete: deliveries === contributions * options.readers,
    inOrder: disorder === 0,
    p50Ms: rounded(percentile(latencies, 50)),
    p99Ms: rounded(percentile(latencies, 99)),
    cpuMicros: rounded((cpu * 1e6) / (contributions * options.readers)),
  };
}

interface Reported {
  readonly deliveries: number;
  readonly disorder: number;
  readonly latencies: number[];
}

/** What the readers have, once they have everything or nothing more came for ten seconds. */
async function allRead(readers: ReturnType<typeof startHelper>, expected: number): Promise<Reported> {
  let last: Reported = { deliveries: -1, disorder: 0, latencies: [] };
  for (let idle = 0; idle < 20; idle++) {
    await sleep(500);
    const next = said<Reported>(readers, 'report');
    readers.send({ kind: 'report' });
    const report = await next;
    if (report.deliveries > last.deliveries) idle = 0;
    last = report;
    if (report.deliveries >= expected) break;
  }
  return last;
}

/** Starts `say` at an even pace for so many seconds, whatever it takes, and waits for all of them. */
async function paced(rate: number, seconds: number, say: () => Promise<void>): Promise<number> {
  const started = performance.now();
  const all: Promise<void>[] = [];
  const total = rate * seconds;
  while (all.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * rate) + 1);
    while (all.length < due) all.push(say());
    await sleep(4);
  }
  await Promise.all(all);
  return total;
}

/** What one contribution looks like on the product’s wire. */
function frameLike(seq: number): object {
  const text = `t=${instant().toFixed(2)} We ask that the data of the upper basin be published each season, in every language of the people downstream.`;
  const author = '5f0c5a4e-6f0f-4d35-9b52-6a4f3f0f6a11';
  const id = '0e2f4f8e-0c43-4c6e-8f8a-0d0a5a3c2b1f';
  return {
    panelId: id,
    epoch: id,
    entries: [
      {
        seq,
        at: Date.now(),
        event: {
          type: 'ContributionPublished',
          contributionId: id,
          threadId: id,
          parentId: null,
          kind: 'comment',
          body: { text, lang: 'en', author },
        },
        commit: 'a'.repeat(64),
      },
    ],
    people: { [author]: { name: 'Speaker b', affiliation: '', role: 'participant' } },
  };
}
