import { CarefulStorage } from '../careful-storage.js';
import { MemoryStorage, type OutboxStorage } from '../outbox-storage.js';
import { Outbox, type OutboxNews } from '../outbox.js';
import type { Tabs } from '../tabs.js';

/** The outbox of one tab, with nobody else on this device unless storage and tabs are shared. */
export function anOutbox({
  person = () => 'ana',
  storage = new MemoryStorage(),
  tabs = new Channel<OutboxNews>().open(),
}: {
  readonly person?: () => string | null;
  readonly storage?: OutboxStorage;
  readonly tabs?: Tabs<OutboxNews>;
} = {}): Outbox {
  return new Outbox(new CarefulStorage(storage), tabs, {
    person: () => Promise.resolve(person()),
    personNow: person,
  });
}

/** Tabs that hear each other, and not themselves. */
export class Channel<News> {
  private readonly tabs = new Set<(news: News) => void>();

  open(): Tabs<News> {
    let own: (news: News) => void = () => undefined;
    return {
      tell: (news) => {
        for (const hear of this.tabs) if (hear !== own) queueMicrotask(() => hear(structuredClone(news)));
      },
      hear: (listener) => {
        own = listener;
        this.tabs.add(own);
      },
    };
  }
}
