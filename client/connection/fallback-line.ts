import type { MessageName, Messages, Pushes, Reply } from '../../domain/wire/protocol.js';
import type { HttpLine } from './http-line.js';
import { Listeners, type Ears, type Line, type LineState } from './line.js';
import type { SocketLine } from './socket-line.js';

/** So many vain attempts while HTTP works: this network lets no WebSocket through. */
const ENOUGH = 2;

/** The socket where it can be had, HTTP where it cannot, and back as soon as it can. */
export class FallbackLine implements Line {
  private readonly listeners = new Listeners();
  private overHttp = false;

  constructor(
    private readonly socket: Pick<SocketLine, 'state' | 'failures' | 'ask' | 'hear' | 'reopen'>,
    private readonly http: Pick<HttpLine, 'state' | 'isReachable' | 'stop' | 'ask' | 'hear'>,
  ) {
    socket.hear({ ...this.passing(false), state: () => this.choose() });
    http.hear({ ...this.passing(true), state: (state) => this.overHttp && this.listeners.tellState(state) });
  }

  get state(): LineState {
    return this.current.state;
  }

  hear(ears: Ears): () => void {
    return this.listeners.add(ears);
  }

  ask<N extends MessageName>(name: N, body: Messages[N]['body']): Promise<Reply<Messages[N]['reply']> | null> {
    return this.current.ask(name, body);
  }

  /** As whoever this browser is signed in as now: whoever joined joins again. */
  reopen(): void {
    this.http.stop();
    this.socket.reopen();
    if (this.overHttp) this.listeners.tellState(this.state);
  }

  private get current(): Line {
    return this.overHttp ? this.http : this.socket;
  }

  private choose(): void {
    const { state, failures } = this.socket;
    if (this.overHttp && state !== 'live') return;
    if (this.overHttp) this.http.stop();
    this.overHttp = false;
    this.listeners.tellState(state);
    if (state === 'connecting' && failures >= ENOUGH) void this.fallBack();
  }

  private async fallBack(): Promise<void> {
    if (!(await this.http.isReachable()) || this.overHttp || this.socket.state !== 'connecting') return;
    this.overHttp = true;
    this.listeners.tellState(this.state);
  }

  /** What comes over the line not in use is not heard: it would be told twice. */
  private passing(overHttp: boolean): Ears {
    const pass =
      <K extends keyof Pushes>(name: K) =>
      (push: Pushes[K]) => {
        if (this.overHttp === overHttp) this.listeners.tell(name, push);
      };
    return {
      frame: pass('frame'),
      head: pass('head'),
      desk: pass('desk'),
      mine: pass('mine'),
      presence: pass('presence'),
      floor: pass('floor'),
      goodbye: pass('goodbye'),
    };
  }
}
