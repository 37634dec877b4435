import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { IntentBodies, IntentType } from '../../domain/panel/intents.js';
import type { ClientToServer, MessageName, Messages, Reply, ServerToClient } from '../../domain/wire/protocol.js';

/** Somebody with a session cookie who speaks to one server, over HTTP and over one socket. */
export class Person {
  private open: Socket<ServerToClient, ClientToServer> | null = null;

  constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  get socket(): Socket<ServerToClient, ClientToServer> {
    if (!this.open) throw new Error('Not connected.');
    return this.open;
  }

  async connect(url = this.url): Promise<this> {
    this.open?.disconnect();
    const socket: Socket<ServerToClient, ClientToServer> = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { origin: this.url, ...(this.cookie ? { cookie: this.cookie } : {}) },
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    this.open = socket;
    return this;
  }

  disconnect(): void {
    this.open?.disconnect();
    this.open = null;
  }

  /** Sends a message and waits for its reply. */
  async ask<N extends MessageName>(name: N, body: Messages[N]['body'] | object): Promise<Reply<Messages[N]['reply']>> {
    const socket = this.socket as unknown as {
      timeout(ms: number): { emitWithAck(n: string, b: unknown): Promise<unknown> };
    };
    return (await socket.timeout(20_000).emitWithAck(name, body)) as Reply<Messages[N]['reply']>;
  }

  /** An intent with a fresh id; its value, or an error that names the refusal. */
  async does<K extends IntentType>(name: K, body: Omit<IntentBodies[K], 'intentId'>): Promise<Messages[K]['reply']> {
    const reply = await this.ask(name, { intentId: randomUUID(), ...body });
    if (!reply.ok) {
      throw new Error(`${name}: ${reply.refusal.code} ${reply.refusal.field ?? ''} ${reply.refusal.message}`);
    }
    return reply.value;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('origin', this.url);
    if (this.cookie) headers.set('cookie', this.cookie);
    if (init.body) headers.set('content-type', 'application/json');
    return fetch(`${this.url}${path}`, { ...init, headers });
  }

  async post(path: string, body: unknown): Promise<{ status: number; body: unknown }> {
    const response = await this.fetch(path, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  }
}

/** Accepts an invitation link as a fresh browser would. */
export async function acceptLink(url: string, link: string, name: string): Promise<Person> {
  const token = new URL(link).hash.replace('#i=', '');
  const response = await fetch(`${url}/api/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token, name }),
  });
  if (!response.ok) throw new Error(`accept: ${response.status} ${await response.text()}`);
  return new Person(url, cookieOf(response));
}

export function nobody(url: string): Person {
  return new Person(url, '');
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
