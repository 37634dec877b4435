import { randomUUID } from 'node:crypto';
import type { IntentBodies, IntentType } from '../../../domain/panel/intents.js';
import type { Messages, Reply } from '../../../domain/wire/protocol.js';
import type { Person } from '../../support/people.js';
import type { OpenPanel } from '../../support/panel.js';
import type { Outcomes } from './outcomes.js';

const PLAIN = 'Plain words';
const RULE = 'no-repetition';

interface Crew {
  readonly panel: OpenPanel;
  readonly authors: readonly Person[];
  readonly hosts: readonly Person[];
  readonly outcomes: Outcomes;
}

/** One text in every field of what is said and decided in a panel; where it is refused, plain words go on in its place. */
export class Putting {
  constructor(private readonly crew: Crew) {}

  async everywhere(text: string, turn: number): Promise<void> {
    const { panelId, threadId } = this.crew.panel;
    const { authors, hosts } = this.crew;
    const author = of(authors, turn);
    const [first, second] = [of(hosts, turn), of(hosts, turn + 1)];
    const put = <K extends IntentType>(who: Person, type: K, field: string, rest: object) =>
      this.put(who, type, field, text, { panelId, ...rest });

    const said = await put(author, 'submit', 'text', { threadId, kind: 'question', lang: 'en' });
    const item = { contributionId: said.contributionId };
    await does(author, 'edit', { panelId, ...item, text: `${PLAIN} first` });
    await put(author, 'edit', 'text', item);
    await does(first, 'take', { panelId, ...item });
    await put(first, 'escalate', 'note', item);
    await does(second, 'take', { panelId, ...item });
    await put(second, 'askToRevise', 'note', { ...item, ruleId: RULE });
    await put(author, 'resubmit', 'text', item);
    await does(second, 'take', { panelId, ...item });
    await put(second, 'publish', 'note', item);

    const other = await put(author, 'submit', 'text of a reply', {
      threadId,
      kind: 'reply',
      parentId: item.contributionId,
      lang: 'en',
    });
    const reply = { contributionId: other.contributionId };
    await does(second, 'take', { panelId, ...reply });
    await put(second, 'decline', 'note', { ...reply, ruleId: RULE });
    // Some stay declined, so that their authors have a statement to read.
    if (turn % 4 !== 2) await put(second, 'reverseDecision', 'note', { ...reply, verdict: 'publish' });
    await put(second, 'render', 'text', { ...item, lang: 'kk' });
    await does(first, 'pose', { panelId, ...item });
    await put(first, 'answer', 'text', { ...item, lang: 'en' });
    if (turn % 4 === 0) await put(second, 'redact', 'note', { ...reply, ruleId: RULE });

    const proposed = await put(author, 'proposeThread', 'title', { lang: 'en' });
    if (turn % 2 === 0) await put(first, 'declineThread', 'note', { threadId: proposed.threadId, ruleId: RULE });
    else await does(first, 'acceptThread', { panelId, threadId: proposed.threadId });
  }

  /** Whether it was stored. What is so already is not told apart from it. */
  async tries(who: Person, type: IntentType, field: string, text: string, body: object): Promise<boolean> {
    const reply = await asks(who, type, body);
    if (!reply.ok && reply.refusal.code === 'already-so') return false;
    return this.crew.outcomes.note(`${type}: ${field}`, text, reply);
  }

  private async put<K extends IntentType>(
    who: Person,
    type: K,
    field: string,
    text: string,
    body: object,
  ): Promise<Messages[K]['reply'] & Record<'contributionId' | 'threadId', string>> {
    const name = field.split(' ')[0] ?? field;
    const reply = await asks(who, type, { ...body, [name]: text });
    const stored = this.crew.outcomes.note(`${type}: ${field}`, text, reply);
    const value =
      stored && reply.ok ? reply.value : await does(who, type, { ...body, [name]: `${PLAIN} ${randomUUID()}` });
    return value as Messages[K]['reply'] & Record<'contributionId' | 'threadId', string>;
  }
}

/** Waits where it is told to: this is about words, not about pace. */
export async function asks<K extends IntentType>(
  who: Person,
  type: K,
  body: object,
): Promise<Reply<Messages[K]['reply']>> {
  for (;;) {
    const reply = (await who.ask(type, { intentId: randomUUID(), ...body })) as Reply<Messages[K]['reply']>;
    if (reply.ok || reply.refusal.code !== 'too-many') return reply;
    await new Promise((wait) => setTimeout(wait, reply.refusal.retryInMs));
  }
}

export async function does<K extends IntentType>(
  who: Person,
  type: K,
  body: Omit<IntentBodies[K], 'intentId'> | object,
): Promise<Messages[K]['reply']> {
  const reply = await asks(who, type, body);
  if (!reply.ok) throw new Error(`${type}: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

export function of<T>(many: readonly T[], turn: number): T {
  const one = many[turn % many.length];
  if (one === undefined) throw new Error('Nobody is here.');
  return one;
}

/** A few at a time. */
export async function inTurns<T>(all: readonly T[], width: number, each: (one: T, i: number) => Promise<void>) {
  const waiting = [...all.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await each(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
