import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../domain/panel/refusals.js';
import { MemoryStorage, type OutboxStorage } from './outbox-storage.js';
import { OutboxSender } from './outbox-sender.js';
import type { OutboxNews } from './outbox.js';
import { anOutbox, Channel } from './testing/outboxes.js';
import { Forum, SLOW } from './testing/forum.js';
import type { Turns } from './turns.js';

describe('what is said here and not yet stored there', () => {
  it('[R14, R81] is sent as soon as there is a connection, once, and leaves the outbox', async () => {
    const { tab, forum } = device();
    const ana = tab('offline');
    const { id } = await ana.says('Water');
    expect(ana.shown()).toEqual(['Water kept']);

    ana.line.becomes('live');
    await until(() => forum.stored.length === 1 && ana.shown().length === 0);
    expect(forum.heard.map(({ intentId }) => intentId)).toEqual([id]);
  });

  it('[R81] is on the device before the one who said it is told so, and survives the end of the page', async () => {
    const { tab, forum } = device();
    const first = tab('offline');
    const { id, state } = await first.says('Water');
    expect(state).toBe('kept');

    const second = tab('live');
    await until(() => forum.stored.length === 1);
    expect(forum.stored[0]?.intentId).toBe(id);
    await until(() => first.shown().length === 0 && second.shown().length === 0);
  });

  it('[R81] is sent under the same id until it is answered, and stored once', async () => {
    const { tab, forum } = device();
    forum.answers.push('lost', 'unheard');
    const ana = tab('live');
    await ana.says('Water');
    await until(() => ana.shown()[0] === 'Water kept');
    for (let i = 0; i < 2; i++) {
      ana.line.becomes('reconnecting');
      ana.line.becomes('live');
      await rest();
    }

    await until(() => ana.shown().length === 0);
    expect(forum.texts).toEqual(['Water']);
    expect(new Set(forum.heard.map(({ intentId }) => intentId)).size).toBe(1);
  });

  it('[R82] is sent by one of several tabs at a time, once, in the order in which it was said', async () => {
    const { tab, forum } = device();
    forum.pace = () => rest(2);
    const tabs = [tab('offline'), tab('offline'), tab('offline')];
    const texts = Array.from({ length: 9 }, (_, i) => `${i}`);
    for (const [i, text] of texts.entries()) await tabs[i % 3]?.says(text);
    for (const { line } of tabs) line.becomes('live');

    await until(() => tabs.every(({ shown }) => shown().length === 0));
    expect(forum.texts).toEqual(texts);
    expect(forum.heard).toHaveLength(texts.length);
    expect(forum.busiest).toBe(1);
  });

  it('[R82] is seen on its way by the other tabs', async () => {
    const { tab, forum } = device();
    let answer: () => void = () => undefined;
    forum.pace = () => new Promise((resolve) => (answer = resolve));
    const [one, other] = [tab('live'), tab('offline')];
    await one.says('Water');
    await until(() => other.shown()[0] === 'Water sending' && one.shown()[0] === 'Water sending');
    expect(await other.outbox.takeBack(one.outbox.of(PANEL)[0]?.id ?? '')).toBeNull();

    answer();
    await until(() => other.shown().length === 0);
    expect(forum.texts).toEqual(['Water']);
  });

  it.each([refusal('unavailable', { retryInMs: 60 }), refusal('too-many', { retryInMs: 60 }), SLOW])(
    '[R81] waits as long as it is asked to when refused as $code, and so does what follows',
    async (passing) => {
      const { tab, forum } = device();
      forum.answers.push(passing);
      const ana = tab('live');
      await ana.says('First');
      await until(() => forum.heard.length === 1);
      await ana.says('Second');
      await rest(20);
      expect(ana.shown()).toEqual(['First kept', 'Second kept']);
      expect(ana.outbox.of(PANEL)[0]?.refusal?.code).toBe(passing.code);

      await until(() => ana.shown().length === 0);
      expect(forum.texts).toEqual(['First', 'Second']);
    },
  );

  it('[R81] does not hold back what follows when the forum fails on it alone', async () => {
    const { tab, forum } = device();
    forum.answers.push(refusal('internal', { retryInMs: 300 }));
    const ana = tab('live');
    await ana.says('Poison');
    await until(() => forum.heard.length === 1);
    await ana.says('Water');

    await until(() => forum.texts.includes('Water'));
    expect(ana.shown()).toEqual(['Poison kept']);
    await until(() => ana.shown().length === 0);
  });

  it('[R83] keeps its words when it is refused, and is sent again when its author wants it', async () => {
    const { tab, forum } = device();
    forum.answers.push(refusal('panel-not-open'));
    const ana = tab('live');
    const { id } = await ana.says('Water');
    await ana.says('Data');
    await until(() => forum.texts.includes('Data'));
    expect(ana.shown()).toEqual(['Water refused']);

    await ana.outbox.retry(id);
    await until(() => ana.shown().length === 0);
    expect(forum.texts).toEqual(['Data', 'Water']);
  });

  it('[R83] is taken back with its words, or discarded, while it cannot have arrived', async () => {
    const { tab, forum } = device();
    const ana = tab('offline');
    const [first, second] = [await ana.says('First'), await ana.says('Second')];
    expect((await ana.outbox.takeBack(first.id))?.body).toMatchObject({ text: 'First' });
    await ana.outbox.discard(second.id);
    ana.line.becomes('live');
    await rest(20);

    expect(ana.shown()).toEqual([]);
    expect(forum.heard).toEqual([]);
  });

  it('[R83] cannot be taken back once it may have arrived', async () => {
    const { tab, forum } = device();
    forum.answers.push('lost');
    const ana = tab('live');
    const { id } = await ana.says('Water');
    await until(() => forum.heard.length === 1);
    ana.line.becomes('reconnecting');
    await until(() => ana.shown()[0] === 'Water kept');

    expect(ana.outbox.of(PANEL)[0]?.mayHaveArrived).toBe(true);
    expect(await ana.outbox.takeBack(id)).toBeNull();
    expect(ana.shown()).toEqual(['Water kept']);
  });

  it('[R84] is shown to and sent for nobody but the person who said it', async () => {
    const { tab, forum, signIn } = device();
    const ana = tab('offline');
    await ana.says('Ana’s');
    signIn('ben');
    const ben = tab('live');
    await ben.says('Ben’s');
    await until(() => forum.stored.length === 1);
    await rest(20);
    expect(forum.texts).toEqual(['Ben’s']);
    expect(ben.shown()).toEqual([]);

    signIn('ana');
    await tab('live').outbox.look();
    await until(() => forum.stored.length === 2);
    expect(forum.texts).toEqual(['Ben’s', 'Ana’s']);
  });

  it('[R84] leaves the device with everything of a person’s', async () => {
    const { tab, signIn } = device();
    const ana = tab('offline');
    await ana.says('Water');
    await ana.outbox.forget('ana');
    signIn('ana');

    expect(tab('offline').shown()).toEqual([]);
    expect(ana.shown()).toEqual([]);
  });

  it('[R83] belongs to who joins on this page when nobody was signed in', async () => {
    const { tab, forum, signIn } = device();
    signIn(null);
    const ana = tab('live');
    const { id } = await ana.says('Water');
    expect(ana.shown()).toEqual(['Water refused']);
    expect(ana.outbox.of(PANEL)[0]?.refusal?.code).toBe('not-signed-in');

    signIn('ana');
    await ana.outbox.personChanged();
    expect(ana.shown()).toEqual(['Water refused']);
    await ana.outbox.retry(id);
    await until(() => forum.texts.includes('Water'));
  });

  it('[R85] works in memory, and says so, where the device keeps nothing', async () => {
    const { tab, forum } = device(new Broken());
    const ana = tab('offline');
    await ana.says('Water');
    expect(ana.outbox.isDurable).toBe(false);
    expect(ana.shown()).toEqual(['Water kept']);

    ana.line.becomes('live');
    await until(() => forum.texts.includes('Water') && ana.shown().length === 0);
  });

  it('[R85] holds in memory what finds no room on the device, and sends all once', async () => {
    const storage = new Broken();
    storage.reads = true;
    storage.room = 1;
    const { tab, forum } = device(storage);
    const ana = tab('offline');
    await ana.says('Fits');
    expect(ana.outbox.isDurable).toBe(true);
    await ana.says('Does not fit');
    expect(ana.outbox.isDurable).toBe(false);

    ana.line.becomes('live');
    await until(() => ana.shown().length === 0);
    expect(forum.texts).toEqual(['Fits', 'Does not fit']);
    expect(ana.outbox.isDurable).toBe(true);
  });

  it('lets a later vote stand for an earlier one that was not sent', async () => {
    const { tab, forum } = device();
    const ana = tab('offline');
    await ana.outbox.add(PANEL, 'castVote', { contributionId: 'c', choice: 'agree' });
    await ana.outbox.add(PANEL, 'castVote', { contributionId: 'd', choice: 'pass' });
    await ana.outbox.add(PANEL, 'castVote', { contributionId: 'c', choice: 'disagree' });
    ana.line.becomes('live');

    await until(() => ana.outbox.of(PANEL).length === 0);
    expect(forum.heard).toHaveLength(2);
  });
});

const PANEL = 'panel';

/** One browser with one storage, its tabs, and the forum they talk to. */
function device(storage: OutboxStorage = new MemoryStorage()) {
  const forum = new Forum();
  const channel = new Channel<OutboxNews>();
  const turns = mutex();
  let person: string | null = 'ana';

  const tab = (state: 'live' | 'offline') => {
    const owner = person;
    const line = forum.line();
    line.state = state;
    const outbox = anOutbox({ person: () => (owner === null ? person : owner), storage, tabs: channel.open() });
    const sender = new OutboxSender(outbox, line, turns, () => Promise.resolve(owner ?? person));
    void outbox.look().then(() => sender.wake());
    const says = (text: string) => outbox.add(PANEL, 'submit', { threadId: 't', kind: 'comment', text, lang: 'en' });
    const shown = () => outbox.of(PANEL).map(({ body, state: its }) => `${'text' in body ? body.text : 'vote'} ${its}`);
    return { line, outbox, says, shown };
  };
  return { forum, tab, signIn: (next: string | null) => void (person = next) };
}

function mutex(): Turns {
  let last: Promise<void> = Promise.resolve();
  return { take: (work) => (last = last.then(work)) };
}

/** A storage as private windows and full disks have it. */
class Broken extends MemoryStorage {
  reads = false;
  room = 0;

  override all() {
    return this.reads ? super.all() : Promise.reject(new DOMException('Not here.', 'InvalidStateError'));
  }

  override put(kept: Parameters<OutboxStorage['put']>[0]) {
    return this.room-- > 0 ? super.put(kept) : Promise.reject(new DOMException('Full.', 'QuotaExceededError'));
  }

  override update(...[id, change]: Parameters<OutboxStorage['update']>) {
    return this.reads ? super.update(id, change) : Promise.reject(new DOMException('Not here.', 'InvalidStateError'));
  }

  override claim() {
    return Promise.reject(new DOMException('Not here.', 'InvalidStateError'));
  }
}

function rest(ms = 5): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !holds(); i++) await rest();
  expect(holds()).toBe(true);
}
