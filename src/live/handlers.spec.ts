import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { MESSAGE_DTOS } from '../intents/messages.js';
import { isWrapped } from './answers.js';

/** What `@SubscribeMessage` and `@WebSocketGateway` leave on what they decorate. */
const IS_GATEWAY = 'websockets:is_gateway';
const IS_HANDLER = 'websockets:message_mapping';
const MESSAGE = 'message';

interface Handled {
  readonly message: string;
  readonly where: string;
  readonly handler: object;
}

describe('the gateways', () => {
  it('[X14] answer every message of the table, each in one place', async () => {
    const messages = (await handlers()).map(({ message }) => message);
    expect([...messages].sort()).toEqual(Object.keys(MESSAGE_DTOS).sort());
  });

  it('[X14] have no handler that could throw at a socket', async () => {
    const bare = (await handlers()).filter(({ handler }) => !isWrapped(handler));
    expect(bare.map(({ where }) => where)).toEqual([]);
  });

  it('[X14] tell a wrapped handler from a bare one', () => {
    expect(isWrapped(() => undefined)).toBe(false);
  });
});

async function handlers(): Promise<Handled[]> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.gateway.ts'),
  );
  const found: Handled[] = [];
  for (const file of files) {
    const module = (await import(`../${file.replace(/\.ts$/, '.js')}`)) as Record<string, unknown>;
    for (const gateway of Object.values(module).filter(isGateway)) found.push(...handlersOf(gateway));
  }
  expect(files.length).toBeGreaterThan(0);
  return found;
}

function handlersOf(gateway: { readonly name: string; readonly prototype: object }): Handled[] {
  return Object.getOwnPropertyNames(gateway.prototype).flatMap((key) => {
    const handler: unknown = Object.getOwnPropertyDescriptor(gateway.prototype, key)?.value;
    if (typeof handler !== 'function' || Reflect.getMetadata(IS_HANDLER, handler) !== true) return [];
    return [{ message: String(Reflect.getMetadata(MESSAGE, handler)), where: `${gateway.name}.${key}`, handler }];
  });
}

function isGateway(value: unknown): value is { readonly name: string; readonly prototype: object } {
  return typeof value === 'function' && Reflect.getMetadata(IS_GATEWAY, value) === true;
}
