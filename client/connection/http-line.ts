import type { Joined, MessageName, Messages, Reply } from '../../domain/wire/protocol.js';
import type { DeskView, MineView, People, RecordPage, Snapshot } from '../../domain/wire/views.js';
import { call } from './api.js';
import { Listeners, type Ears, type Line, type LineState } from './line.js';

const WAIT_SECONDS = 25;
const AGAIN_MS = 1000;
const AGAIN_MAX_MS = 15_000;
/** Longer than this many entries, a newcomer begins with a snapshot. */
const PAGE = 500;
/** Nobody pushes a desk over HTTP. */
const DESK_MS = 3000;

/** The line over plain HTTP, for networks that let no WebSocket through: each joined panel is followed by long polls. */
export class HttpLine implements Line {
  state: LineState = 'live';

  private readonly listeners = new Listeners();
  private readonly following = new Map<string, AbortController>();
  private readonly desks = new Map<string, ReturnType<typeof setInterval>>();

  hear(ears: Ears): () => void {
    return this.listeners.add(ears);
  }

  async ask<N extends MessageName>(name: N, body: Messages[N]['body']): Promise<Reply<Messages[N]['reply']> | null> {
    return (await this.answer(name, body as { readonly panelId: string })) as Reply<Messages[N]['reply']> | null;
  }

  /** Whether the server can be reached by HTTP now. */
  async isReachable(): Promise<boolean> {
    return (await call('/me')) !== null;
  }

  /** Ends every long poll. */
  stop(): void {
    for (const poll of this.following.values()) poll.abort();
    this.following.clear();
    for (const panelId of this.desks.keys()) this.closeDesk(panelId);
  }

  private answer(name: MessageName, body: { readonly panelId: string }): Promise<Reply<unknown> | null> {
    const { panelId, ...rest } = body;
    const panel = `/panels/${encodeURIComponent(panelId)}`;
    switch (name) {
      case 'join':
        return this.join(panelId, panel, rest);
      case 'leave':
        this.following.get(panelId)?.abort();
        this.following.delete(panelId);
        return Promise.resolve({ ok: true, value: {} });
      case 'readRecord':
        return call<RecordPage>(`${panel}/record?${query(rest)}`);
      case 'mine':
        return call<MineView>(`${panel}/mine`);
      case 'nextCard':
        return call(`${panel}/card`, rest);
      case 'openDesk':
        return this.openDesk(panelId);
      case 'closeDesk':
        this.closeDesk(panelId);
        return Promise.resolve({ ok: true, value: {} });
      default:
        return this.intend(panelId, call(`${panel}/intents/${name}`, rest));
    }
  }

  private async join(
    panelId: string,
    panel: string,
    { after }: { readonly after?: number },
  ): Promise<Reply<Joined> | null> {
    const detail = await call<Pick<Joined, 'epoch' | 'you'> & { readonly head: number }>(panel);
    if (!detail?.ok) return detail;

    const { you, head } = detail.value;
    const isLong = after === undefined && head > PAGE;
    const begin = isLong
      ? await call<{ epoch: string; head: number; snapshot: Snapshot; people: People }>(`${panel}/record/snapshot`)
      : await call<RecordPage>(`${panel}/record?${query({ after: after ?? 0 })}`);
    if (!begin?.ok) return begin;

    const { epoch, people } = begin.value;
    const snapshot = 'snapshot' in begin.value ? begin.value.snapshot : null;
    const entries = 'entries' in begin.value ? begin.value.entries : [];
    void this.follow(panelId, panel, snapshot?.seq ?? entries.at(-1)?.seq ?? after ?? 0);
    const page = snapshot ? null : { entries };
    return { ok: true, value: { panelId, epoch, head: begin.value.head, you, people, page, snapshot } };
  }

  private async intend(panelId: string, answered: Promise<Reply<unknown> | null>): Promise<Reply<unknown> | null> {
    const reply = await answered;
    void this.askMine(panelId);
    if (this.desks.has(panelId)) void this.askDesk(panelId);
    return reply;
  }

  private openDesk(panelId: string): Promise<Reply<DeskView> | null> {
    this.closeDesk(panelId);
    this.desks.set(
      panelId,
      setInterval(() => void this.askDesk(panelId), DESK_MS),
    );
    return deskOf(panelId);
  }

  private closeDesk(panelId: string): void {
    clearInterval(this.desks.get(panelId));
    this.desks.delete(panelId);
  }

  private async askDesk(panelId: string): Promise<void> {
    const desk = await deskOf(panelId);
    if (desk?.ok && this.desks.has(panelId)) this.listeners.tell('desk', desk.value);
  }

  /** Nobody pushes one’s own items over HTTP: told by a change that follows on nothing, the store asks for them. */
  private async askMine(panelId: string): Promise<void> {
    const mine = await call<MineView>(`/panels/${encodeURIComponent(panelId)}/mine`);
    if (!mine?.ok) return;
    this.listeners.tell('mine', { panelId, previous: -1, revision: mine.value.revision, items: [], proposals: [] });
  }

  private async follow(panelId: string, panel: string, from: number): Promise<void> {
    this.following.get(panelId)?.abort();
    const poll = new AbortController();
    this.following.set(panelId, poll);

    let after = from;
    for (let failures = 0; !poll.signal.aborted;) {
      const reply = await call<RecordPage>(
        `${panel}/record/follow?${query({ after, wait: WAIT_SECONDS })}`,
        undefined,
        poll.signal,
      );
      if (poll.signal.aborted) return;
      if (reply?.ok) {
        failures = 0;
        const { epoch, entries, people, head } = reply.value;
        after = entries.at(-1)?.seq ?? after;
        // After a failure this joins again, and the join begins a new poll.
        if (this.becomes('live')) return;
        if (entries.length > 0) this.listeners.tell('frame', { panelId, epoch, entries, people });
        else this.listeners.tell('head', { panelId, epoch, head });
        void this.askMine(panelId);
        continue;
      }
      this.becomes('reconnecting');
      const most = Math.min(AGAIN_MAX_MS, AGAIN_MS * 2 ** failures++);
      await new Promise((resolve) => setTimeout(resolve, reply?.refusal.retryInMs ?? Math.random() * most));
    }
  }

  /** Whether that is a change. */
  private becomes(state: LineState): boolean {
    if (this.state === state) return false;
    this.state = state;
    this.listeners.tellState(state);
    return true;
  }
}

function deskOf(panelId: string): Promise<Reply<DeskView> | null> {
  return call(`/panels/${encodeURIComponent(panelId)}/desk`);
}

function query(values: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)])).toString();
}
