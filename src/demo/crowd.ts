import { setMaxListeners } from 'node:events';
import { v7 as uuidv7 } from 'uuid';
import type { RecordEntry } from '../../domain/panel/events.js';
import type { FloorShown } from '../../domain/wire/floor.js';
import type { Joined } from '../../domain/wire/protocol.js';
import { pause, Voice } from '../cli/crowd/voice.js';
import type { Passes, Seat } from './passes.js';
import { type Theme, THEMES } from './content/talk.js';
import { DemoDesk } from './desk.js';
import { DemoFloor, type FloorSpeaker } from './floor.js';
import { CrowdWords } from './own-words.js';
import { Repertoire } from './repertoire.js';

export interface CrowdDeps {
  readonly panelId: string;
  /** The crowd’s seats: those who speak, the one who moderates, and the one who looks again. */
  readonly seats: Passes;
  readonly random?: () => number;
}

interface Published {
  readonly contributionId: string;
  readonly threadId: string;
  readonly lang: string;
}

const QUICKEST_MS = 5_000;
const SLOWEST_MS = 12_000;
const REPLIES = 0.25;
/** In every script the crowd writes in. */
const ASKS = /[?؟？]$/;
/** How far back people reply and vote. */
const RECENT = 40;

/** People of the demonstration, who talk in the open panel at a human pace until they are stopped. */
export class DemoCrowd {
  private readonly random: () => number;
  private readonly repertoire: Repertoire;
  private readonly words: CrowdWords;
  private readonly stopping = new AbortController();
  private speakers: readonly (FloorSpeaker & { readonly voice: Voice })[] = [];
  private voices: readonly Voice[] = [];
  private threads = new Map<Theme, string>();
  private recent: Published[] = [];
  private talking: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: CrowdDeps) {
    this.random = deps.random ?? Math.random;
    this.repertoire = new Repertoire(this.random);
    this.words = new CrowdWords(deps.panelId);
  }

  /** `origin` is the forum’s public address, where it is not the one that is called. */
  start(url: string, origin = url): void {
    const { panelId, seats } = this.deps;
    const { signal } = this.stopping;
    setMaxListeners(0, signal); // everybody in the crowd listens for its end
    const voiceOf = ({ cookie }: Seat) => new Voice({ url, origin, cookie, signal });
    const [moderator, second] = [voiceOf(seats.moderator), voiceOf(seats.second)];
    this.speakers = seats.speakers.map((seat) => ({ name: seat.name, lang: seat.lang, voice: voiceOf(seat) }));
    this.voices = [moderator, second, ...this.speakers.map(({ voice }) => voice)];

    const floor = this.floor(`${url}/api/panels/${panelId}/floor`);
    const desk = new DemoDesk({ panelId, moderator, second, own: this.words, random: this.random });
    moderator.on('frame', ({ entries }) => this.hear(entries));
    moderator.on('floor', (shown) => floor.hear(shown));
    moderator.onConnected(() => void this.follow(moderator).catch(() => undefined));
    this.talking = Promise.all([this.talk(), this.moderate(desk), floor.work(signal)]).catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopping.abort(new Error('The demonstration was stopped.'));
    await this.talking;
    for (const voice of this.voices) voice.close();
  }

  private floor(address: string): DemoFloor {
    const look = async () => {
      const answer = await fetch(address, { signal: this.stopping.signal }).catch(() => null);
      return answer?.ok ? ((await answer.json()) as FloorShown) : null;
    };
    const { panelId } = this.deps;
    return new DemoFloor({
      ...{ panelId, look, speakers: this.speakers, random: this.random },
      topic: (lang) => {
        const ask = this.repertoire.ask(lang, Date.now());
        const threadId = ask && this.threads.get(ask.theme);
        return ask && { note: ask.text, ...(threadId && { threadId }) };
      },
    });
  }

  private async follow(moderator: Voice): Promise<void> {
    const joined = await moderator.ask('join', { panelId: this.deps.panelId });
    if (joined.ok) this.begin(joined.value);
  }

  private begin({ page, snapshot }: Joined): void {
    const threads =
      snapshot?.threads.map((thread) => thread.id) ??
      (page?.entries ?? []).flatMap(({ event }) => (event.type === 'ThreadOpened' ? [event.threadId] : []));
    this.threads = new Map(THEMES.flatMap((theme, i) => (threads[i] ? [[theme, threads[i]]] : [])));

    for (const { id, threadId, words, at } of snapshot?.contributions ?? []) {
      if (words) this.note({ contributionId: id, threadId, lang: words.lang }, words.text, at);
    }
    this.hear(page?.entries ?? []);
  }

  private hear(entries: readonly RecordEntry[]): void {
    for (const { event, at } of entries) {
      if (event.type === 'ContributionPublished' && event.body) {
        this.note({ ...event, ...event.body }, event.body.text, at);
      }
      if (event.type === 'Redacted') {
        this.recent = this.recent.filter(({ contributionId }) => contributionId !== event.contributionId);
      }
    }
  }

  private note({ contributionId, threadId, lang }: Published, text: string, at: number): void {
    this.repertoire.remember(text, at);
    this.recent = [...this.recent.slice(1 - RECENT), { contributionId, threadId, lang }];
  }

  /** Not before it is known what is their own. */
  private async moderate(desk: DemoDesk): Promise<void> {
    for (const { voice } of this.speakers) await this.words.recall(voice);
    await desk.work(this.stopping.signal);
  }

  private async talk(): Promise<void> {
    for (;;) {
      await pause(QUICKEST_MS + this.random() * (SLOWEST_MS - QUICKEST_MS), this.stopping.signal);
      await this.speak();
      await this.vote();
    }
  }

  private async speak(): Promise<void> {
    const said = this.answer() ?? this.point();
    const speaker = said && this.repertoire.oneOf(this.speakers.filter(({ lang }) => lang === said.lang));
    if (speaker) await this.words.send(speaker.voice, said);
  }

  private answer() {
    const to = this.random() < REPLIES ? this.repertoire.oneOf(this.recent) : undefined;
    const reply = to && this.repertoire.reply(to.lang, Date.now());
    if (!reply) return null;
    const { threadId, contributionId: parentId } = to;
    return { threadId, parentId, kind: 'reply' as const, text: reply.text, lang: to.lang };
  }

  private point() {
    const remark = this.repertoire.point(Date.now());
    const threadId = remark && this.threads.get(remark.theme);
    const kind = remark && ASKS.test(remark.text) ? ('question' as const) : ('comment' as const);
    return threadId ? { threadId, kind, text: remark.text, lang: remark.talk.lang } : null;
  }

  private async vote(): Promise<void> {
    const about = this.repertoire.oneOf(this.recent);
    const voter = this.repertoire.oneOf(this.speakers);
    if (!about || !voter) return;
    const choice = this.repertoire.oneOf(['agree', 'agree', 'agree', 'agree', 'pass', 'disagree'] as const) ?? 'pass';
    const { contributionId } = about;
    await voter.voice.ask('castVote', { intentId: uuidv7(), panelId: this.deps.panelId, contributionId, choice });
  }
}
