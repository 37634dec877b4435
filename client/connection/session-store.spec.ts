import { describe, expect, it } from '@jest/globals';
import { SessionStore, type Session } from './session-store.js';
import { Channel } from './testing/outboxes.js';

describe('who this browser is signed in as', () => {
  it('asks once somebody wants to know', async () => {
    const { tab, asked } = browser();
    const one = tab();
    expect(one.snapshot()).toEqual({ state: 'asking', session: null });
    one.subscribe(() => undefined);

    expect((await one.known())?.personId).toBe('ana');
    expect(one.snapshot().state).toBe('known');
    expect(asked()).toBe(1);
  });

  it('[R84] forgets everything of a person’s on this device when they sign out, and tells the other tabs', async () => {
    const { tab, forgotten } = browser();
    const [one, other] = [tab(), tab()];
    await Promise.all([one.known(), other.known()]);

    expect(await one.signOut()).toBe(true);
    expect(forgotten).toEqual(['ana']);
    await settled();
    expect([one, other].map((store) => store.snapshot())).toEqual(Array(2).fill({ state: 'known', session: null }));
  });

  it('[R84] forgets nothing when the server did not sign them out', async () => {
    const { tab, forgotten, cut } = browser();
    const one = tab();
    await one.known();
    cut();

    expect(await one.signOut()).toBe(false);
    expect(forgotten).toEqual([]);
    expect(one.snapshot().session?.personId).toBe('ana');
  });

  it('tells the other tabs when somebody else signed in here', async () => {
    const { tab, signIn } = browser();
    const [one, other] = [tab(), tab()];
    await Promise.all([one.known(), other.known()]);
    signIn('ben');
    await one.refresh();
    await settled();

    expect(other.snapshot().session?.personId).toBe('ben');
  });

  it('keeps what it knows while the server does not answer', async () => {
    const { tab, cut } = browser();
    const one = tab();
    await one.known();
    cut();

    expect(await one.ask()).toBeUndefined();
    expect(one.snapshot().session?.personId).toBe('ana');
  });
});

function browser() {
  let session: Session | null = sessionOf('ana');
  let isCut = false;
  let asked = 0;
  const forgotten: string[] = [];
  const channel = new Channel<'changed'>();

  const tab = () =>
    new SessionStore(
      {
        me: () => {
          asked++;
          return Promise.resolve(isCut ? null : { ok: true, value: { session } });
        },
        signOut: () => {
          if (!isCut) session = null;
          return Promise.resolve(isCut ? null : { ok: true, value: {} });
        },
      },
      channel.open(),
      (personId) => Promise.resolve(void forgotten.push(personId)),
    );
  return {
    tab,
    forgotten,
    asked: () => asked,
    cut: () => void (isCut = true),
    signIn: (personId: string) => void (session = sessionOf(personId)),
  };
}

function sessionOf(personId: string): Session {
  return { sessionId: `of-${personId}`, personId, name: personId, kind: 'guest' };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
