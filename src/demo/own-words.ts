import { v7 as uuidv7 } from 'uuid';
import type { IntentBodies, ValueOf } from '../../domain/panel/intents.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { MineItem } from '../../domain/wire/views.js';
import type { Voice } from '../cli/crowd/voice.js';
import type { OwnWords } from './moderator.js';

type Author = Pick<Voice, 'ask'>;
type Said = Omit<IntentBodies['submit'], 'intentId' | 'panelId'>;

/** Nobody comes back to what is older. */
const REMEMBERED = 5_000;

/** Who of the crowd sent what. */
export class CrowdWords implements OwnWords {
  private readonly authors = new Map<string, Author>();
  private sending: Promise<unknown> = Promise.resolve();

  constructor(private readonly panelId: string) {}

  /** What somebody sent before this start. */
  async recall(author: Author): Promise<void> {
    for (const { contributionId } of await this.mine(author)) this.note(contributionId, author);
  }

  send(author: Author, said: Said): Promise<Reply<ValueOf<'submit'>>> {
    const sent = author.ask('submit', { intentId: uuidv7(), panelId: this.panelId, ...said }).then((reply) => {
      if (reply.ok) this.note(reply.value.contributionId, author);
      return reply;
    });
    this.sending = sent.catch(() => undefined);
    return sent;
  }

  settled(): Promise<unknown> {
    return this.sending;
  }

  async find(contributionId: string): Promise<MineItem | null> {
    const author = this.authors.get(contributionId);
    const items = author ? await this.mine(author) : [];
    return items.find((item) => item.contributionId === contributionId) ?? null;
  }

  async lookedAt(): Promise<readonly string[]> {
    const all = await Promise.all([...new Set(this.authors.values())].map((author) => this.mine(author)));
    const again = all.flat().filter(({ secondLook, standing }) => secondLook || standing === 'redacted');
    return again.filter(({ appeal }) => appeal === null).map(({ contributionId }) => contributionId);
  }

  private note(contributionId: string, author: Author): void {
    this.authors.set(contributionId, author);
    const [oldest = ''] = this.authors.keys();
    if (this.authors.size > REMEMBERED) this.authors.delete(oldest);
  }

  private async mine(author: Author): Promise<readonly MineItem[]> {
    const mine = await author.ask('mine', { panelId: this.panelId });
    return mine.ok ? mine.value.items : [];
  }
}
