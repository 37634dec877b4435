import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { PanelStore } from '../../client/connection/panel-store.js';
import { anOutbox } from '../../client/connection/testing/outboxes.js';
import { SocketLine } from '../../client/connection/socket-line.js';
import type { RecordEntry } from '../../domain/panel/events.js';
import { evolveRecord, initialRecord } from '../../domain/panel/evolve.js';
import type { Role } from '../../domain/panel/roles.js';
import { canonicalState, thaw } from '../../domain/panel/snapshot.js';
import type { RecordPage, Snapshot } from '../../domain/wire/views.js';
import { openPanel, type OpenPanel } from './panel.js';
import { nobody, type Person } from './people.js';
import { Proxy } from './proxy.js';
import { type RunningServer, startServer, type ServerOptions } from './server.js';

const SOON_MS = 20_000;

/** One panel with people in it: the real server, real sockets, and the client’s own store for each of them. */
export class World {
  private readonly guests: Guest[] = [];

  private constructor(
    private running: RunningServer,
    readonly panel: OpenPanel,
    private readonly options: ServerOptions,
  ) {}

  static async open(options: ServerOptions = {}): Promise<World> {
    const server = await startServer(options);
    return new World(server, await openPanel(server), options);
  }

  get server(): RunningServer {
    return this.running;
  }

  /** Ends the server as asked and starts it again on the same folder, at the same port: give one when opening. */
  async restart(signal: NodeJS.Signals): Promise<void> {
    await this.running.kill(signal);
    this.running = await startServer({ ...this.options, dataFolder: this.running.dataFolder });
    await Promise.all([this.panel.host.connect(), this.panel.moderator.connect()]);
  }

  async seat(name: string, role: Role = 'participant'): Promise<Guest> {
    return this.sit(await this.panel.person(role, name));
  }

  /** Somebody who only reads, without a session. */
  reader(): Promise<Guest> {
    return this.sit(nobody(this.server.url));
  }

  /** Fold of the log by page = by export = snapshot = every client’s store. */
  async converges(): Promise<void> {
    const { panelId } = this.panel;
    const whole = await this.fold();
    const expected = canonicalState(whole);

    const latest = whole.seq;
    const { snapshot } = (await this.get(`/api/panels/${panelId}/record/snapshot?latest=${latest}`)) as {
      snapshot: Snapshot;
    };
    equal('the snapshot', canonicalState(thaw(snapshot)), expected);
    equal('the export', canonicalState(await this.exported()), expected);
    for (const guest of this.guests) {
      await until(() => guest.store.snapshot().record?.seq === whole.seq, `${guest.name} to reach seq ${whole.seq}`);
      if (!guest.store.snapshot().complete) {
        await guest.store.loadWhole();
        await until(() => guest.store.snapshot().complete, `${guest.name} to hold everything`);
      }
      equal(guest.name, canonicalState(guest.store.snapshot().record ?? initialRecord), expected);
    }
  }

  async entries(): Promise<readonly RecordEntry[]> {
    const all: RecordEntry[] = [];
    for (;;) {
      const page = (await this.get(`/api/panels/${this.panel.panelId}/record?after=${all.length}`)) as RecordPage;
      all.push(...page.entries);
      if (page.entries.length === 0) return all;
    }
  }

  async close(): Promise<void> {
    for (const guest of this.guests) await guest.leaves();
    this.panel.host.disconnect();
    this.panel.moderator.disconnect();
    await this.server.close();
  }

  private async sit(person: Person): Promise<Guest> {
    const proxy = await Proxy.before(this.server.url);
    const guest = new Guest(person, proxy, this.panel);
    this.guests.push(guest);
    await until(() => guest.store.snapshot().record !== null, 'the first answer');
    return guest;
  }

  private async fold() {
    return (await this.entries()).reduce(evolveRecord, initialRecord);
  }

  private async exported() {
    const response = await fetch(`${this.server.url}/api/panels/${this.panel.panelId}/record.ndjson`);
    const [, ...lines] = (await response.text()).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as RecordEntry).reduce(evolveRecord, initialRecord);
  }

  private async get(path: string): Promise<unknown> {
    const response = await fetch(this.server.url + path);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}

/** A person at a device with a network of its own. */
export class Guest {
  readonly store: PanelStore;
  private readonly socket;
  private hasLeft = false;
  private readonly stop: () => void;

  constructor(
    readonly person: Person,
    readonly network: Proxy,
    private readonly panel: OpenPanel,
  ) {
    this.socket = io(network.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 500,
      extraHeaders: { origin: person.url, ...(person.cookie ? { cookie: person.cookie } : {}) },
    });
    this.store = new PanelStore(panel.panelId, new SocketLine(this.socket), anOutbox());
    this.stop = this.store.subscribe(() => undefined);
  }

  get name(): string {
    return this.store.snapshot().you?.name ?? 'a reader';
  }

  /** Submits a comment; resolves with its id once it is stored, however often the network fails meanwhile. */
  async says(text: string, more: { parentId?: string; lang?: string } = {}): Promise<string> {
    const { threadId } = this.panel;
    const kind = more.parentId ? ('reply' as const) : ('comment' as const);
    const body = { threadId, kind, text, lang: 'en', ...more };
    const intentId = randomUUID();
    for (;;) {
      const reply = await this.store.intend('submit', body, intentId);
      if (reply.ok) return reply.value.contributionId;
      if (reply.refusal.code !== 'unavailable' || this.hasLeft) throw new Error(`submit: ${reply.refusal.code}`);
      await new Promise((resolve) => setTimeout(resolve, reply.refusal.retryInMs ?? 0));
    }
  }

  loses(_what: 'connection'): void {
    this.network.cut();
  }

  returns(): void {
    this.network.heal();
  }

  async leaves(): Promise<void> {
    this.hasLeft = true;
    this.socket.io.reconnection(false); // a goodbye may have asked it to come back yet
    this.stop();
    this.socket.disconnect();
    await this.network.close();
  }
}

export async function until(is: () => boolean | Promise<boolean>, what: string, ms = SOON_MS): Promise<void> {
  const end = Date.now() + ms;
  while (!(await is())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

function equal(who: string, state: string, expected: string): void {
  if (state !== expected) {
    throw new Error(`${who} differs from the log:\n${state.slice(0, 2_000)}\n${expected.slice(0, 2_000)}`);
  }
}
