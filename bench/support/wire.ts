import { WebSocket } from 'ws';

/** As little Socket.IO as a client needs, so that a thousand of them cost the bench little. */
export class Wire {
  private readonly ws: WebSocket;
  private readonly replies = new Map<number, (reply: unknown) => void>();
  private next = 0;
  readonly entered: Promise<void>;
  /** Every push, unparsed: `["name",{…}]`. */
  onPush: (text: string) => void = () => undefined;

  constructor(url: string, cookie: string) {
    this.ws = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers: { origin: url, ...(cookie ? { cookie } : {}) },
      perMessageDeflate: false,
    });
    this.entered = new Promise((resolve, reject) => {
      this.ws.on('error', reject);
      this.ws.on('message', (data: Buffer) => {
        const text = data.toString();
        if (text.startsWith('42')) this.onPush(text.slice(2));
        else if (text.startsWith('43')) this.answered(text.slice(2));
        else if (text === '2') this.ws.send('3');
        else if (text.startsWith('40')) resolve();
        else if (text.startsWith('44')) reject(new Error(text));
        else if (text.startsWith('0')) this.ws.send('40');
      });
    });
  }

  ask(name: string, body: object): Promise<{ ok: boolean; value: Record<string, unknown> }> {
    const id = this.next++;
    this.ws.send(`42${id}${JSON.stringify([name, body])}`);
    return new Promise((resolve) => this.replies.set(id, resolve as (reply: unknown) => void));
  }

  close(): void {
    this.ws.terminate();
  }

  private answered(text: string): void {
    const bracket = text.indexOf('[');
    const id = Number(text.slice(0, bracket));
    const [reply] = JSON.parse(text.slice(bracket)) as [unknown];
    this.replies.get(id)?.(reply);
    this.replies.delete(id);
  }
}

/** Milliseconds since 1970 with fractions: comparable between processes of one machine. */
export function instant(): number {
  return performance.timeOrigin + performance.now();
}
