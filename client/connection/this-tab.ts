import { call } from './api.js';
import { CarefulStorage } from './careful-storage.js';
import { DeskStore } from './desk-store.js';
import { forgetDrafts } from './drafts.js';
import { FallbackLine } from './fallback-line.js';
import { HttpLine } from './http-line.js';
import { IndexedDbStorage } from './indexed-db.js';
import type { Line } from './line.js';
import { OutboxSender } from './outbox-sender.js';
import { Outbox, type OutboxNews } from './outbox.js';
import { PanelStore } from './panel-store.js';
import { forgetReading } from './reading.js';
import { SessionStore } from './session-store.js';
import { SocketLine } from './socket-line.js';
import { tabsOf } from './tabs.js';
import { LeaseTurns, LockTurns, type Turns } from './turns.js';

/** What there is one of in a tab, made when it is first needed. */

const IDLE_PANELS = 3;
const CONFIRMED_FOR_MS = 10_000;

const panels = new Map<string, PanelStore>();
const desks = new WeakMap<PanelStore, DeskStore>();
const storage = new CarefulStorage(new IndexedDbStorage());

let line: FallbackLine | null = null;

export const session = new SessionStore(
  { me: () => call('/me'), signOut: () => call('/sign-out', {}) },
  tabsOf('kurultai-session'),
  forgetPerson,
);

export const outbox = new Outbox(storage, tabsOf<OutboxNews>('kurultai-outbox'), {
  person: async () => (await session.known())?.personId ?? null,
  personNow: () => session.snapshot().session?.personId ?? null,
});

/** Opened when it is first needed; whatever waits in the outbox goes out with it. */
export function theLine(): Line {
  line ??= openLine();
  return line;
}

/** The panel and its desk share one store, and a panel left a moment ago is there at once. */
export function panelStore(panelId: string): PanelStore {
  const store = panels.get(panelId) ?? new PanelStore(panelId, theLine(), outbox);
  panels.delete(panelId);
  panels.set(panelId, store);
  const idle = [...panels].filter(([id, { isWatched }]) => id !== panelId && !isWatched);
  for (const [id] of idle.slice(0, -IDLE_PANELS)) panels.delete(id);
  return store;
}

export function deskStore(panelId: string): DeskStore {
  const panel = panelStore(panelId);
  const desk = desks.get(panel) ?? new DeskStore(panel, theLine());
  desks.set(panel, desk);
  return desk;
}

/** Messages kept from an earlier visit go out wherever their author comes back to. */
export async function sendWhatWaits(): Promise<void> {
  if (line === null && (await unsent()) > 0) theLine();
}

/** How many messages of whoever is signed in the forum does not have. */
export async function unsent(): Promise<number> {
  const person = await session.known();
  await outbox.look();
  return person ? outbox.theirs(person.personId).length : 0;
}

function openLine(): FallbackLine {
  const socket = new SocketLine();
  addEventListener('online', () => socket.networkChanged(true));
  addEventListener('offline', () => socket.networkChanged(false));
  const opened = new FallbackLine(socket, new HttpLine());
  followSession(opened);
  openOutbox(opened);
  return opened;
}

/** A connection stands for the person who opened it. */
function followSession(opened: FallbackLine): void {
  let known = session.snapshot();
  session.subscribe(() => {
    const before = known;
    known = session.snapshot();
    if (before.state === 'known' && before.session?.sessionId !== known.session?.sessionId) opened.reopen();
    void outbox.personChanged();
  });
}

function openOutbox(opened: FallbackLine): void {
  const sender = new OutboxSender(
    outbox,
    opened,
    turns(),
    confirming(opened, () => void sender.wake()),
  );
  // A page that was put aside heard nothing meanwhile.
  addEventListener('pageshow', () => void outbox.look());
  void outbox.look().then(() => sender.wake());
}

function turns(): Turns {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  return locks
    ? new LockTurns(locks, 'kurultai-outbox')
    : new LeaseTurns(storage, crypto.getRandomValues(new Uint32Array(4)).join('-'));
}

/** Asked anew whenever the line comes back, and once in a while: over HTTP somebody else may sign in meanwhile. */
function confirming(opened: Line, again: () => void): () => Promise<string | null> {
  let asked: { readonly at: number; readonly person: Promise<string | null | undefined> } | null = null;
  opened.hear({ state: () => (asked = null) });
  session.subscribe(() => (asked = null));

  return async () => {
    if (!asked || Date.now() - asked.at > CONFIRMED_FOR_MS) asked = { at: Date.now(), person: askedNow() };
    const person = await asked.person;
    if (person !== undefined) return person;
    asked = null;
    setTimeout(again, 3000);
    return null;
  };
}

async function askedNow(): Promise<string | null | undefined> {
  const found = await session.ask();
  return found === undefined ? undefined : (found?.personId ?? null);
}

async function forgetPerson(personId: string): Promise<void> {
  forgetDrafts(personId);
  forgetReading(personId);
  await outbox.forget(personId);
}
