import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';

/** A word from another process. Nothing is believed but that it is worth a look. */
export type Word =
  | { readonly kind: 'panel'; readonly node: string; readonly panelId: string; readonly panelSeq: number }
  | { readonly kind: 'presence'; readonly node: string; readonly panelId: string; readonly count: number }
  | { readonly kind: 'identity'; readonly node: string };

const ANSWER_MS = 2_000;
const PULSE_MS = 2_000;

type Unsaid = Word extends infer W ? (W extends Word ? Omit<W, 'node'> : never) : never;

/**
 * Redis as a postbox between processes: fire and forget, never awaited, never the truth. Whatever happens to it, at most
 * a second or two of latency is lost.
 */
export class RedisBus {
  private readonly node = randomUUID();
  private readonly listeners: ((word: Word) => void)[] = [];
  private readonly pub: Redis;
  private readonly sub: Redis;
  private pulse: NodeJS.Timeout | null = null;

  constructor(
    url: string,
    private readonly channel: string,
  ) {
    const options = {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 2_000,
      // A connection that stands and answers nothing (frozen, cut off without a word) is given up and made anew.
      socketTimeout: ANSWER_MS,
      retryStrategy: (times: number) => Math.min(times * 100, 2_000),
    } as const;
    this.pub = new Redis(url, options);
    this.sub = new Redis(url, {
      ...options,
      autoResubscribe: true,
      enableOfflineQueue: true,
      maxRetriesPerRequest: null,
    });
    // An unhandled 'error' event would end the process; the state says all there is to say.
    this.pub.on('error', () => undefined);
    this.sub.on('error', () => undefined);
    this.sub.on('message', (_channel: string, text: string) => this.hear(text));
  }

  get state(): 'up' | 'down' {
    return this.pub.status === 'ready' && this.sub.status === 'ready' ? 'up' : 'down';
  }

  start(): void {
    this.pub.connect().catch(() => undefined);
    this.sub.subscribe(this.channel).catch(() => undefined);
    // Who only listens would never notice that nobody speaks any more.
    this.pulse ??= setInterval(() => this.ask(), PULSE_MS).unref();
  }

  say(word: Unsaid): void {
    if (this.pub.status !== 'ready') return;
    this.pub.publish(this.channel, JSON.stringify({ ...word, node: this.node })).catch(() => undefined);
  }

  onWord(listener: (word: Word) => void): void {
    this.listeners.push(listener);
  }

  stop(): void {
    if (this.pulse) clearInterval(this.pulse);
    this.pub.disconnect();
    this.sub.disconnect();
  }

  private ask(): void {
    for (const redis of [this.pub, this.sub]) if (redis.status === 'ready') redis.ping().catch(() => undefined);
  }

  private hear(text: string): void {
    const word = wordIn(text);
    if (!word || word.node === this.node) return;
    for (const listener of this.listeners) listener(word);
  }
}

/** Redis is not signed: anybody on its network may write there. What is not of our shape is not heard. */
function wordIn(text: string): Word | null {
  if (text.length > 1_000) return null;
  try {
    const word = JSON.parse(text) as Record<string, unknown> | null;
    if (typeof word !== 'object' || word === null || typeof word['node'] !== 'string') return null;
    if (word['kind'] === 'identity') return { kind: 'identity', node: word['node'] };
    if (typeof word['panelId'] !== 'string') return null;
    const base = { node: word['node'], panelId: word['panelId'] };
    const { kind, panelSeq, count } = word;
    if (kind === 'panel' && isCount(panelSeq)) return { kind, ...base, panelSeq };
    if (kind === 'presence' && isCount(count)) return { kind, ...base, count };
    return null;
  } catch {
    return null;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
