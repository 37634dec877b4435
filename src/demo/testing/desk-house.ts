import { randomUUID } from 'node:crypto';
import type { PanelEvent } from '../../../domain/panel/events.js';
import type { IntentType } from '../../../domain/panel/intents.js';
import type { Actor, Role } from '../../../domain/panel/roles.js';
import { deskView } from '../../../domain/panel/views/desk.js';
import { mineView } from '../../../domain/panel/views/mine.js';
import type { DeskView } from '../../../domain/wire/views.js';
import { Chronicle } from '../chronicle.js';
import type { DeskVoice } from '../moderator.js';
import { CrowdWords } from '../own-words.js';

const PANEL = randomUUID();

/** A panel by the rules of the house, without the house: what people ask is decided at once, and desks hear of it. */
export class DeskHouse {
  readonly chronicle = new Chronicle(PANEL, randomUUID);
  readonly panelId = PANEL;
  readonly words = new CrowdWords(PANEL);
  /** How often somebody asked for something. */
  asked = 0;
  private readonly threadId: string;
  private readonly desks: (() => void)[] = [];

  constructor(waitingOfVisitors: number) {
    const host = as('host', 'host');
    this.does(host, 'draftPanel', { forumId: randomUUID(), title: 'A panel' });
    this.threadId = this.chronicle.does(host, 'openThread', { title: 'A thread' }, Date.now()).threadId;
    this.does(host, 'openPanel', {});
    for (let i = 0; i < waitingOfVisitors; i++) this.visitorSays(`visitor ${i}`);
  }

  voice(seat: string, role: Role): DeskVoice {
    const actor = as(seat, role);
    return {
      on: (push: string, listener: unknown) => {
        if (push === 'desk') this.desks.push(() => (listener as (desk: DeskView) => void)(this.desk(actor)));
      },
      onConnected: (listener: () => void) => listener(),
      ask: (name: string, body: object) => Promise.resolve(this.answer(actor, name, body) as never),
    };
  }

  crowdSays(who: string, text: string) {
    return this.words.send(this.voice(who, 'participant'), this.said(text));
  }

  visitorSays(who: string): string {
    const { contributionId } = this.chronicle.does(as(who, 'participant'), 'submit', this.said(who), Date.now());
    this.tell();
    return contributionId;
  }

  /** As somebody at the desk who is not of the demonstration, or a host. */
  does<K extends IntentType>(actor: Actor, type: K, body: object): void {
    this.chronicle.does(actor, type, body as never, Date.now());
    this.tell();
  }

  waiting(): number {
    return this.chronicle.panel.docket.waiting.size;
  }

  /** Ids of all that a kind of entry is about. */
  about(...types: readonly PanelEvent['type'][]): readonly string[] {
    return this.chronicle.events.flatMap(({ event }) =>
      types.includes(event.type) && 'contributionId' in event ? [event.contributionId] : [],
    );
  }

  private said(text: string) {
    return { threadId: this.threadId, kind: 'comment', text, lang: 'en' } as const;
  }

  private answer(actor: Actor, name: string, body: object): unknown {
    this.asked++;
    if (name === 'openDesk') return { ok: true, value: this.desk(actor) };
    if (name === 'mine') return { ok: true, value: this.mine(actor) };
    try {
      const value = this.chronicle.does(actor, name as IntentType, body as never, Date.now());
      this.tell();
      return { ok: true, value };
    } catch {
      return { ok: false, refusal: { code: 'not-allowed' } };
    }
  }

  private desk({ seat }: Actor): DeskView {
    const looking = { seat: seat ?? '', at: Date.now(), revision: 0, nameOf: (one: string) => one };
    return deskView(PANEL, this.chronicle.panel, looking);
  }

  private mine({ seat }: Actor) {
    return mineView(PANEL, this.chronicle.panel, seat ?? '', { votes: {}, review: this.chronicle.queues.review });
  }

  private tell(): void {
    for (const hear of this.desks) hear();
  }
}

export function as(seat: string, role: Role): Actor {
  return { seat, roles: [role] };
}
