import {
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  WebSocketGateway,
} from '@nestjs/websockets';
import { Door } from '../intents/door.js';
import { Answers } from './answers.js';
import { Broadcaster } from './broadcaster.js';
import { Desks } from './desks.js';
import { type LiveServer, type LiveSocket, readersOf, seatRoom } from './socket.js';

/** Following a panel: who may read is put in the room first and answered afterwards, so that nothing falls between. */
@WebSocketGateway()
export class PanelGateway
  implements OnGatewayInit<LiveServer>, OnGatewayConnection<LiveSocket>, OnGatewayDisconnect<LiveSocket>
{
  constructor(
    readonly door: Door,
    readonly broadcaster: Broadcaster,
    readonly desks: Desks,
  ) {}

  afterInit(server: LiveServer): void {
    this.broadcaster.attach(server);
  }

  handleConnection(socket: LiveSocket): void {
    this.broadcaster.connected(socket);
  }

  handleDisconnect(socket: LiveSocket): void {
    this.desks.closeAll(socket);
  }

  @Answers('join')
  async join(socket: LiveSocket, body: unknown) {
    const panelId = panelIdOf(body);
    const enter = async () => {
      // Whoever went away meanwhile would stay in the room for ever.
      if (!panelId || !socket.connected) return;
      await socket.join(readersOf(panelId));
      this.broadcaster.follow(panelId);
    };
    const reply = await this.door.perform(socket.data.session, 'join', body, { ...socket.data, enter });
    if (!reply.ok) return reply;

    const { seat } = reply.value.you;
    if (seat && socket.connected) await socket.join(seatRoom(reply.value.panelId, seat));
    return reply;
  }

  @Answers('leave')
  async leave(socket: LiveSocket, body: unknown) {
    const reply = await this.door.perform(socket.data.session, 'leave', body, socket.data);
    const panelId = panelIdOf(body);
    if (!reply.ok || !panelId) return reply;

    for (const room of socket.rooms) {
      if (room === readersOf(panelId) || room.startsWith(seatRoom(panelId, ''))) await socket.leave(room);
    }
    this.desks.close(socket, panelId);
    this.broadcaster.left(panelId);
    return reply;
  }

  @Answers('readRecord')
  readRecord(socket: LiveSocket, body: unknown) {
    return this.door.perform(socket.data.session, 'readRecord', body, socket.data);
  }

  @Answers('mine')
  mine(socket: LiveSocket, body: unknown) {
    return this.door.perform(socket.data.session, 'mine', body, socket.data);
  }

  @Answers('nextCard')
  nextCard(socket: LiveSocket, body: unknown) {
    return this.door.perform(socket.data.session, 'nextCard', body, socket.data);
  }

  @Answers('openDesk')
  async openDesk(socket: LiveSocket, body: unknown) {
    const reply = await this.door.perform(socket.data.session, 'openDesk', body, socket.data);
    if (reply.ok) await this.desks.open(socket, reply.value);
    return reply;
  }

  @Answers('closeDesk')
  async closeDesk(socket: LiveSocket, body: unknown) {
    const reply = await this.door.perform(socket.data.session, 'closeDesk', body, socket.data);
    const panelId = panelIdOf(body);
    if (reply.ok && panelId) this.desks.close(socket, panelId);
    return reply;
  }
}

/** Only to know the room before the door has judged the rest of the message. */
function panelIdOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'panelId')) return null;
  const { panelId } = body as { panelId: unknown };
  return typeof panelId === 'string' && UUID.test(panelId) ? panelId : null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
