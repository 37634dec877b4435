import type { Role } from '../../../domain/panel/roles.js';
import type { Refusal } from '../../../domain/panel/refusals.js';

/** People at once, as the server takes them. */
const AT_ONCE = 500;

export interface Newcomer {
  readonly name: string;
  readonly role: Exclude<Role, 'owner'>;
}

export interface Seated {
  readonly name: string;
  readonly seat: string;
  readonly cookie: string;
}

/** The few things a crowd needs of whoever runs the server, asked with the operator’s key. */
export class OperatorClient {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  /** The forum at this address, made when there is none. */
  async forum(slug: string): Promise<string> {
    const { forumId } = await this.ask<{ forumId: string }>('operator/forums', { slug });
    return forumId;
  }

  /** A session of a host of the forum, as a Cookie header. */
  async host(forumId: string, name: string): Promise<string> {
    const { link } = await this.ask<{ link: string }>('operator/links', { role: 'host', forumId });
    const token = /#i=(\S+)$/.exec(link)?.[1];
    const response = await this.post('invitations/accept', { token, name });
    await valueIn(response);
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /** Sessions and seats in a panel, in the order asked for. */
  async seats(panelId: string, people: readonly Newcomer[]): Promise<readonly Seated[]> {
    const seated: Seated[] = [];
    for (let start = 0; start < people.length; start += AT_ONCE) {
      seated.push(
        ...(await this.ask<Seated[]>('operator/seats', { panelId, people: people.slice(start, start + AT_ONCE) })),
      );
    }
    return seated;
  }

  private async ask<T>(path: string, body: object): Promise<T> {
    return (await valueIn(await this.post(path, body, { authorization: `Bearer ${this.key}` }))) as T;
  }

  private async post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const url = new URL(`/api/${path}`, this.url);
    try {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      };
      return await fetch(url, init);
    } catch (error) {
      throw new Error(`${this.url} does not answer.`, { cause: error });
    }
  }
}

async function valueIn(response: Response): Promise<unknown> {
  const said = (await response.json().catch(() => null)) as { refusal?: Refusal } | null;
  if (response.ok && said !== null) return said;
  throw new Error(`${new URL(response.url).pathname}: ${said?.refusal?.message ?? `status ${response.status}`}`);
}
