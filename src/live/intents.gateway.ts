import { WebSocketGateway } from '@nestjs/websockets';
import type { MessageName } from '../../domain/wire/protocol.js';
import type { LiveSocket } from './socket.js';
import { Door, isQuery } from '../intents/door.js';
import { MESSAGE_DTOS } from '../intents/messages.js';
import { Answers } from './answers.js';

/** Every intent of the one table, translated and delegated alike: the handlers are made from the table below. */
@WebSocketGateway()
export class IntentsGateway {
  constructor(readonly door: Door) {}
}

for (const name of Object.keys(MESSAGE_DTOS) as MessageName[]) {
  if (isQuery(name)) continue;

  const descriptor = {
    configurable: true,
    writable: true,
    value(this: IntentsGateway, socket: LiveSocket, body: unknown) {
      return this.door.perform(socket.data.session, name, body, socket.data);
    },
  };
  Answers(name)(IntentsGateway.prototype, name, descriptor);
  Object.defineProperty(IntentsGateway.prototype, name, descriptor);
}
