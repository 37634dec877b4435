import { beforeEach, describe, expect, it } from '@jest/globals';
import { refusal, type Refusal } from '../../domain/panel/refusals.js';
import type { Joined, MessageName, Messages, Reply } from '../../domain/wire/protocol.js';
import type { DeskView } from '../../domain/wire/views.js';
import { DeskStore } from './desk-store.js';
import { Listeners, type Ears, type Line, type LineState } from './line.js';
import { PanelStore } from './panel-store.js';
import { anOutbox } from './testing/outboxes.js';

const PANEL = 'panel';

describe('the desk as a moderator has it open', () => {
  let line: DeskLine;
  let panel: PanelStore;
  let desk: DeskStore;

  beforeEach(() => {
    line = new DeskLine();
    panel = new PanelStore(PANEL, line, anOutbox());
    desk = new DeskStore(panel, line);
  });

  it('[R86] opens after the join, with one join for the panel and its desk', async () => {
    panel.subscribe(() => undefined);
    desk.subscribe(() => undefined);
    await settled();

    expect(line.asked).toEqual(['join', 'openDesk', 'mine']);
    expect(desk.snapshot()).toMatchObject({ desk: { waiting: 3 }, refusal: null, connection: 'live' });
    expect(desk.snapshot().you?.seat).toBe('mira');
  });

  it('[R86] follows what is pushed, and drops what is over', async () => {
    desk.subscribe(() => undefined);
    await settled();
    line.pushDesk({ ...line.desk, revision: 9, waiting: 7 });
    line.pushDesk({ ...line.desk, revision: 8, waiting: 6 });
    line.pushDesk({ ...line.desk, panelId: 'other', revision: 10, waiting: 1 });

    expect(desk.snapshot().desk?.waiting).toBe(7);
  });

  it('[R86] opens again after a reconnection, whatever the revision is then', async () => {
    desk.subscribe(() => undefined);
    await settled();
    line.becomes('reconnecting');
    expect(desk.snapshot()).toMatchObject({ connection: 'reconnecting', desk: { waiting: 3 } });
    line.desk = { ...line.desk, revision: 1, waiting: 2 };
    line.becomes('live');
    await settled();

    expect(line.asked.filter((name) => name === 'openDesk')).toHaveLength(2);
    expect(desk.snapshot().desk?.waiting).toBe(2);
  });

  it('says why it is not shown, and shows nothing then', async () => {
    desk.subscribe(() => undefined);
    await settled();
    line.refused = refusal('not-allowed');
    line.becomes('live');
    await settled();

    expect(desk.snapshot()).toMatchObject({ desk: null, refusal: { code: 'not-allowed' } });
  });

  it('asks again by itself where the answer will be another one', async () => {
    line.refused = refusal('unavailable', { retryInMs: 10 });
    desk.subscribe(() => undefined);
    await settled();
    expect(desk.snapshot().refusal?.code).toBe('unavailable');
    line.refused = null;
    await settled(60);

    expect(desk.snapshot()).toMatchObject({ desk: { waiting: 3 }, refusal: null });
  });

  it('closes with its last subscriber, and leaves the panel to whoever still reads it', async () => {
    panel.subscribe(() => undefined);
    const leave = desk.subscribe(() => undefined);
    await settled();
    leave();
    line.pushDesk({ ...line.desk, revision: 9, waiting: 7 });

    expect(line.asked.at(-1)).toBe('closeDesk');
    expect(desk.snapshot().desk?.waiting).toBe(3);
  });
});

class DeskLine implements Line {
  state: LineState = 'live';
  readonly asked: MessageName[] = [];
  refused: Refusal | null = null;
  desk = { panelId: PANEL, revision: 5, waiting: 3 } as DeskView;
  private readonly listeners = new Listeners();

  hear(ears: Ears): () => void {
    return this.listeners.add(ears);
  }

  async ask<N extends MessageName>(name: N): Promise<Reply<Messages[N]['reply']> | null> {
    this.asked.push(name);
    await Promise.resolve();
    if (name === 'openDesk' && this.refused) return { ok: false, refusal: this.refused };
    return { ok: true, value: this.answer(name) as Messages[N]['reply'] };
  }

  pushDesk(desk: DeskView): void {
    this.listeners.tell('desk', desk);
  }

  becomes(state: LineState): void {
    this.state = state;
    this.listeners.tellState(state);
  }

  private answer(name: MessageName): unknown {
    if (name === 'openDesk') return this.desk;
    if (name === 'mine') return { panelId: PANEL, revision: 0, items: [], proposals: [], votes: {} };
    const you = { seat: 'mira', name: 'Mira', roles: ['moderator'] } as const;
    const joined: Joined = {
      panelId: PANEL,
      epoch: 'e',
      head: 0,
      you,
      people: {},
      page: { entries: [] },
      snapshot: null,
    };
    return joined;
  }
}

function settled(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
