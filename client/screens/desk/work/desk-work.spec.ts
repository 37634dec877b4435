import { describe, expect, it } from '@jest/globals';
import { refusal, type RefusalCode } from '../../../../domain/panel/refusals.js';
import type { DecisionMade, DeskItem, DeskView } from '../../../../domain/wire/views.js';
import type { Intends } from './decisions.js';
import { DeskWork } from './desk-work.js';

describe('a moderator’s way through the desk', () => {
  it('brings the next item at once after a decision', async () => {
    const { work, sent, see } = begun(['a']);
    const deciding = work.decide({ type: 'publish' });
    see([]);
    await deciding;
    expect(sent()).toEqual(['publish a', 'takeNext']);
    see(['b']);
    expect(work.snapshot()).toMatchObject({ item: { contributionId: 'b' }, loss: null, decided: 1, isBusy: false });
  });

  it('passes over, and gives what is on the table back when it returns', async () => {
    const { work, sent, see } = begun(['a'], { next: 'b' });
    await work.next();
    see(['b']);
    await work.previous();
    see(['a']);
    expect(sent()).toEqual(['takeNext passing a', 'take a', 'release b']);
    expect(work.snapshot()).toMatchObject({ item: { contributionId: 'a' }, hasPassed: false, loss: null });
  });

  it('says that an item went back when its moderator was silent, and takes no other', async () => {
    const { work, sent, see, wait } = begun(['a']);
    wait(121_000);
    work.tick();
    see([]);
    await settled();
    expect(sent()).toEqual([]);
    expect(work.snapshot()).toMatchObject({ item: null, stage: 'lapsed', loss: { how: 'lapsed' } });
  });

  it('renews what active hands hold', () => {
    const { work, sent, wait } = begun(['a']);
    wait(41_000);
    work.active();
    work.tick();
    expect(sent()).toEqual(['renewLease a']);
  });

  it('tells who was quicker, and goes on', async () => {
    const { work, sent } = begun(['a'], {
      refuse: 'already-decided',
      history: [
        { contributionId: 'a', undone: false, inForce: true, verdict: 'publish', by: { seat: 's', name: 'Rita' } },
      ],
    });
    await work.decide({ type: 'decline', ruleId: 'r', note: 'words' });
    expect(work.snapshot()).toMatchObject({ loss: { how: 'decided', by: 'Rita', verdict: 'publish' }, decided: 0 });
    expect(sent()).toEqual(['decline a', 'takeNext']);
  });

  it('keeps the item where a decision could not be stored', async () => {
    const { work } = begun(['a'], { refuse: 'unavailable' });
    await work.decide({ type: 'publish' });
    expect(work.snapshot()).toMatchObject({
      item: { contributionId: 'a' },
      objection: { code: 'unavailable' },
      loss: null,
    });
  });
});

interface Scene {
  readonly next?: string;
  readonly refuse?: RefusalCode;
  readonly history?: readonly Partial<DecisionMade>[];
}

/** A desk with these items in hand, and a server that does what the scene says. */
function begun(held: readonly string[], { next, refuse, history = [] }: Scene = {}) {
  const sent: string[] = [];
  let now = 0;
  const store = {
    intend: (type: string, body: { contributionId?: string; passing?: readonly string[] }) => {
      sent.push(
        [type, body.contributionId, body.passing && `passing ${body.passing.join(' ')}`].filter(Boolean).join(' '),
      );
      const isRefused = refuse !== undefined && ['publish', 'decline'].includes(type);
      return Promise.resolve(
        isRefused ? { ok: false, refusal: refusal(refuse) } : { ok: true, value: { contributionId: next ?? null } },
      );
    },
    history: () => Promise.resolve({ ok: true, value: { panelId: 'p', decisions: history, next: null } }),
  } as unknown as Intends;
  const work = new DeskWork(store, () => now);
  const see = (ids: readonly string[]) => work.sees(deskWith(ids));
  see(held);
  return { work, see, sent: () => sent, wait: (ms: number) => void (now += ms) };
}

function deskWith(ids: readonly string[]): DeskView {
  const held = ids.map((contributionId) => ({ contributionId, text: contributionId, leaseUntil: 1 }) as DeskItem);
  const AROUND = { free: true, forOthers: 0, work: { inbound: 0, moderators: [] } };
  const empty = {
    waiting: ids.length,
    escalated: 0,
    oldest: 'none',
    others: [],
    recent: [],
    proposals: [],
    ...AROUND,
  } as const;
  return { panelId: 'p', revision: 1, held, ...empty };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
