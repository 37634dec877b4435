import { describe, expect, it } from '@jest/globals';
import { FallbackLine } from './fallback-line.js';
import { Listeners, type Ears, type Line, type LineState } from './line.js';

describe('the line with a second one in reserve', () => {
  it('[R46] goes over to HTTP when WebSocket fails and HTTP works', async () => {
    const { socket, http, line } = lines();
    await socket.fails(2);

    expect(line.state).toBe('live');
    await line.ask('leave', { panelId: 'p' });
    expect([socket.asked, http.asked]).toEqual([0, 1]);
  });

  it('[R46] waits for the socket while HTTP does not work either', async () => {
    const { socket, http, line } = lines();
    http.works = false;
    await socket.fails(5);

    expect(line.state).toBe('connecting');
  });

  it('[R46] returns to the socket as soon as it is live, and hears one of the two at a time', async () => {
    const { socket, http, line, heads } = lines();
    await socket.fails(2);
    http.says(1);
    socket.says(2);
    socket.becomes('live');
    http.says(3);
    socket.says(4);

    expect(line.state).toBe('live');
    expect(http.stopped).toBe(true);
    expect(heads).toEqual([1, 4]);
  });

  it('stays with a socket that was live once', async () => {
    const { socket, http, line } = lines();
    socket.becomes('live');
    socket.state = 'reconnecting';
    await socket.fails(5, 'reconnecting');

    expect(line.state).toBe('reconnecting');
    await line.ask('leave', { panelId: 'p' });
    expect(http.asked).toBe(0);
  });
});

function lines() {
  const socket = new FakeLine('connecting');
  const http = new FakeLine('live');
  const line = new FallbackLine(socket, http);
  const heads: number[] = [];
  line.hear({ head: ({ head }) => heads.push(head) });
  return { socket, http, line, heads };
}

class FakeLine implements Line {
  failures = 0;
  works = true;
  asked = 0;
  stopped = false;
  private readonly listeners = new Listeners();

  constructor(public state: LineState) {}

  hear(ears: Ears): () => void {
    return this.listeners.add(ears);
  }

  ask(): Promise<null> {
    this.asked++;
    return Promise.resolve(null);
  }

  isReachable(): Promise<boolean> {
    return Promise.resolve(this.works);
  }

  stop(): void {
    this.stopped = true;
  }

  reopen(): void {
    this.becomes('connecting');
  }

  says(head: number): void {
    this.listeners.tell('head', { panelId: 'p', epoch: 'e', head });
  }

  becomes(state: LineState): void {
    this.state = state;
    this.listeners.tellState(state);
  }

  async fails(times: number, state: LineState = 'connecting'): Promise<void> {
    for (let i = 0; i < times; i++) {
      this.failures++;
      this.becomes(state);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
