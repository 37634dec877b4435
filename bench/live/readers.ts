import { Wire, instant } from '../support/wire.js';

/** Many readers of one panel in a process of their own. They check order and completeness, and clock what they read. */
const [url = '', panelId = '', count = '0', clockedEvery = '20'] = process.argv.slice(2);

interface Entry {
  readonly seq: number;
  readonly event: { readonly type: string; readonly body?: { readonly text: string } | null };
}

interface Parsed {
  readonly seqs: readonly number[];
  readonly contributions: number;
  readonly sentAt: readonly number[];
}

const latencies: number[] = [];
let deliveries = 0;
let disorder = 0;
let lastText = '';
let lastParsed: Parsed = { seqs: [], contributions: 0, sentAt: [] };

/** All readers get the same text: it is parsed once. */
function parsed(text: string): Parsed {
  if (text === lastText) return lastParsed;
  const [, { entries }] = JSON.parse(text) as [string, { entries: readonly Entry[] }];
  const said = entries.filter(({ event }) => event.type === 'ContributionPublished');
  lastText = text;
  lastParsed = {
    seqs: entries.map(({ seq }) => seq),
    contributions: said.length,
    sentAt: said.flatMap(({ event }) => Number(/^t=([\d.]+)/.exec(event.body?.text ?? '')?.[1]) || []),
  };
  return lastParsed;
}

function reader(index: number): Wire {
  const wire = new Wire(url, '');
  let last = 0;
  wire.onPush = (text) => {
    if (!text.startsWith('["frame"')) return;
    const frame = parsed(text);
    for (const seq of frame.seqs) {
      if (last !== 0 && seq !== last + 1) disorder += 1;
      last = seq;
    }
    deliveries += frame.contributions;
    if (index % Number(clockedEvery) === 0) {
      const now = instant();
      for (const at of frame.sentAt) latencies.push(now - at);
    }
  };
  return wire;
}

const readers: Wire[] = [];
for (let i = 0; i < Number(count); i += 50) {
  const some = Array.from({ length: Math.min(50, Number(count) - i) }, (_, j) => reader(i + j));
  await Promise.all(some.map((wire) => wire.entered));
  const replies = await Promise.all(some.map((wire) => wire.ask('join', { panelId })));
  if (!replies.every(({ ok }) => ok)) throw new Error(`A reader may not join: ${JSON.stringify(replies[0])}`);
  readers.push(...some);
}

process.on('message', (message: { kind: string }) => {
  if (message.kind === 'begin') {
    latencies.length = 0;
    deliveries = 0;
  }
  if (message.kind === 'report') process.send?.({ kind: 'report', deliveries, disorder, latencies });
});
process.send?.({ kind: 'ready' });
