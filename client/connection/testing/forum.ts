import { refusal, type Refusal } from '../../../domain/panel/refusals.js';
import type { MessageName, Messages, Reply } from '../../../domain/wire/protocol.js';
import { Listeners, type Ears, type Line, type LineState } from '../line.js';

interface Message {
  readonly name: MessageName;
  readonly intentId: string;
  readonly text: string;
}

/** Stores what is said to it once by its intent id, as the forum does, and answers or not as a spec tells it to. */
export class Forum {
  readonly stored: Message[] = [];
  readonly heard: Message[] = [];
  /** One a message, first come first served; `lost`: stored, and the answer lost. */
  readonly answers: (Refusal | 'lost' | 'unheard')[] = [];
  /** How many messages are unanswered at this moment, and the most there ever were. */
  busy = 0;
  busiest = 0;
  /** Answers come when this resolves. */
  pace: () => Promise<void> = () => Promise.resolve();

  line(): ForumLine {
    return new ForumLine(this);
  }

  get texts(): readonly string[] {
    return this.stored.map(({ text }) => text);
  }

  async answer(name: MessageName, body: unknown): Promise<Reply<unknown> | null> {
    const message = messageOf(name, body);
    this.heard.push(message);
    this.busiest = Math.max(this.busiest, ++this.busy);
    await this.pace();
    this.busy--;

    const answer = this.answers.shift();
    if (answer === 'unheard') return null;
    if (answer !== undefined && answer !== 'lost') return { ok: false, refusal: answer };
    if (!this.stored.some(({ intentId }) => intentId === message.intentId)) this.stored.push(message);
    return answer === 'lost' ? null : { ok: true, value: { contributionId: `c-${message.text}`, standing: 'waiting' } };
  }
}

export class ForumLine implements Line {
  state: LineState = 'live';
  private readonly listeners = new Listeners();

  constructor(private readonly forum: Forum) {}

  async ask<N extends MessageName>(name: N, body: Messages[N]['body']): Promise<Reply<Messages[N]['reply']> | null> {
    if (this.state !== 'live') return null;
    return (await this.forum.answer(name, body)) as Reply<Messages[N]['reply']> | null;
  }

  hear(ears: Ears): () => void {
    return this.listeners.add(ears);
  }

  becomes(state: LineState): void {
    this.state = state;
    this.listeners.tellState(state);
  }
}

export const SLOW = refusal('slow-mode', { retryInMs: 60 });

function messageOf(name: MessageName, body: unknown): Message {
  const { intentId = '', text = '' } = body as { readonly intentId?: string; readonly text?: string };
  return { name, intentId, text };
}
