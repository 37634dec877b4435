import { SubscribeMessage } from '@nestjs/websockets';
import type { Door } from '../intents/door.js';
import type { MessageName, Messages, Reply } from '../../domain/wire/protocol.js';
import type { LiveSocket } from './socket.js';

const WRAPPED = Symbol('kurultai:answers');

/** Every gateway leans on the one door. */
interface Gateway {
  readonly door: Pick<Door, 'fault'>;
}

export type Handler<N extends MessageName> = (
  socket: LiveSocket,
  body: unknown,
) => Promise<Reply<Messages[N]['reply']>>;

/**
 * The one wrapper of every gateway handler. Nest applies neither global pipes nor filters to gateways, so what must hold
 * for all handlers holds here: whatever happens, the acknowledgement is a Reply and nothing is thrown at the socket.
 */
export function Answers<N extends MessageName>(name: N) {
  return (target: object, key: string, descriptor: TypedPropertyDescriptor<Handler<N>>): void => {
    const handle = descriptor.value;
    if (!handle) throw new TypeError(`${key} is not a handler.`);

    async function answered(this: Gateway, socket: LiveSocket, body: unknown): Promise<Reply<Messages[N]['reply']>> {
      try {
        return await (handle as Handler<N>).call(this, socket, body);
      } catch (error) {
        return this.door.fault(error, name);
      }
    }
    Reflect.defineMetadata(WRAPPED, true, answered);
    descriptor.value = answered;
    SubscribeMessage(name)(target, key, descriptor as PropertyDescriptor);
  };
}

export function isWrapped(handler: unknown): boolean {
  return typeof handler === 'function' && Reflect.getMetadata(WRAPPED, handler) === true;
}
