import type { IntentBodies, IntentType, ValueOf } from '../../domain/panel/intents.js';
import { refusal, type Refusal } from '../../domain/panel/refusals.js';
import type { MessageName, Messages, Reply } from '../../domain/wire/protocol.js';
import type { Line } from './line.js';

export const RETRY_MS = 2000;
const GIVE_UP_MS = 45_000;

/** Sends an intent and, while no answer comes, sends it again once there is a connection, for up to 45 s. */
export async function insist<K extends IntentType>(
  line: Line,
  type: K,
  intent: IntentBodies[K],
): Promise<Reply<ValueOf<K>>> {
  const message = intent as unknown as Messages[K]['body'];
  const deadline = performance.now() + GIVE_UP_MS;
  while (performance.now() < deadline) {
    const reply = await line.ask(type as MessageName & K, message);
    if (reply) return reply as Reply<ValueOf<K>>;
    await live(line, Math.min(RETRY_MS, deadline - performance.now()));
  }
  return { ok: false, refusal: refusal('unavailable') };
}

/** Milliseconds until what was refused is worth another try; null where only the reader can change something. */
export function waitAfter({ code, retryInMs }: Refusal): number | null {
  if (retryInMs !== undefined) return retryInMs;
  return code === 'internal' || code === 'unavailable' ? RETRY_MS : null;
}

/** Resolves when the line comes back, or after `ms`. */
function live(line: Line, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, ms));
    const stop = line.hear({ state: (state) => state === 'live' && done() });
  });
}
