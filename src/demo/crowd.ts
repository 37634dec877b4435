import { v7 as uuidv7 } from 'uuid';
import type { RecordEntry } from '../../domain/panel/events.js';
import type { Joined } from '../../domain/wire/protocol.js';
import { pause, Voice } from '../cli/crowd/voice.js';
import type { Passes, Seat } from './passes.js';
import { type Theme, THEMES } from './content/talk.js';
import { DemoDesk } from './desk.js';
import { Repertoire } from './repertoire.js';

export interface CrowdDeps {
  readonly panelId: string;
  /** The crowd’s seats: those who speak, in the order of `SPEAKERS`, the one who moderates, and the one who looks again. */
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
/** How far back people reply and vote. */
const RECENT = 40;

/** People of the demonstration, who talk in the open panel at a human pace until they are stopped. */
export class DemoCrowd {
  private readonly random: () => number;
  private readonly repertoire: Repertoire;
  private readonly stopping = new AbortController();
  private readonly speakers = new Map<string, Voice[]>();
  private voices: readonly Voice[] = [];
  private threads = new Map<Theme, string>();
  private recent: Published[] = [];
  private talking: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: CrowdDeps) {
    this.random = deps.random ?? Math.random;
    this.repertoire = new Repertoire(this.random);
  }

  /** `origin` is the forum’s public address, where it is not the one that is called. */
  start(url: string, origin = url): void {
    const { speakers, moderator, second } = this.deps.seats;
    const voiceOf = ({ cookie }: Seat) => new Voice({ url, origin, cookie, signal: this.stopping.signal });
    const desk = voiceOf(moderator);
    const secondDesk = voiceOf(second);
    this.voices = [desk, secondDesk, ...speakers.map((seat) => this.enlist(seat, voiceOf(seat)))];

    desk.on('frame', ({ entries }) => this.hear(entries));
    desk.onConnected(() => void this.follow(desk).catch(() => undefined));
    const moderating = new DemoDesk(desk, this.deps.panelId, this.random, secondDesk);
    this.talking = Promise.all([this.talk(moderating), moderating.work(this.stopping.signal)]).catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopping.abort(new Error('The demonstration was stopped.'));
    await this.talking;
    for (const voice of this.voices) voice.close();
  }

  private enlist({ lang }: Seat, voice: Voice): Voice {
    this.speakers.set(lang, [...(this.speakers.get(lang) ?? []), voice]);
    return voice;
  }

  private async follow(desk: Voice): Promise<void> {
    const joined = await desk.ask('join', { panelId: this.deps.panelId });
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

  private async talk(desk: DemoDesk): Promise<void> {
    for (;;) {
      await pause(QUICKEST_MS + this.random() * (SLOWEST_MS - QUICKEST_MS), this.stopping.signal);
      const contributionId = await this.speak();
      if (contributionId) desk.expect(contributionId);
      await this.vote();
    }
  }

  /** The id of what now waits for a moderator. */
  private async speak(): Promise<string | null> {
    const said = this.answer() ?? this.point();
    const voice = said && this.repertoire.oneOf(this.speakers.get(said.lang) ?? []);
    if (!voice) return null;
    const reply = await voice.ask('submit', { intentId: uuidv7(), panelId: this.deps.panelId, ...said });
    return reply.ok && reply.value.standing === 'waiting' ? reply.value.contributionId : null;
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
    return threadId ? { threadId, kind: 'comment' as const, text: remark.text, lang: remark.talk.lang } : null;
  }

  private async vote(): Promise<void> {
    const about = this.repertoire.oneOf(this.recent);
    const voter = this.repertoire.oneOf([...this.speakers.values()].flat());
    if (!about || !voter) return;
    const choice = this.repertoire.oneOf(['agree', 'agree', 'agree', 'agree', 'pass', 'disagree'] as const) ?? 'pass';
    const { contributionId } = about;
    await voter.ask('castVote', { intentId: uuidv7(), panelId: this.deps.panelId, contributionId, choice });
  }
}
