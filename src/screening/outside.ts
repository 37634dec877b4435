import { createHash } from 'node:crypto';
import type { DocketEvent, Entry } from '../../domain/panel/events.js';
import { SYSTEM } from '../../domain/panel/roles.js';
import { isLabel } from '../../domain/panel/screening/labels.js';
import type { Happened } from '../panels/feed.js';
import type { Panels } from '../panels/panels.js';
import { askOutside, type Question, type Verdict, type WebhookOptions } from './webhook.js';

/** Older texts come by when a panel is opened again: they were asked about in their time. */
const FRESH_MS = 60_000;
const AT_ONCE = 8;
/** Beyond this the service does not keep up, and the rest goes without it. */
const WAITING_MAX = 1_000;
/** So often in a row without an answer, and it is left alone for a while. */
const FAILURES_MAX = 5;
const REST_MS = 60_000;

export interface OutsideDeps extends WebhookOptions {
  readonly panels: Pick<Panels, 'handle' | 'feed'>;
  readonly onFault: (error: unknown) => void;
}

/** Asks the outside service about what was stored, and tells the panel what it said. Nothing waits for it. */
export class OutsideScreening {
  private readonly waiting: (() => Promise<void>)[] = [];
  private asking = 0;
  private failures = 0;
  private restsUntil = -Infinity;
  private stop: () => void = () => undefined;

  constructor(private readonly deps: OutsideDeps) {}

  start(): void {
    this.stop = this.deps.panels.feed.subscribeToAll((happened) => this.look(happened));
  }

  end(): void {
    this.stop();
    this.waiting.length = 0;
  }

  private look({ panelId, after, entries }: Happened): void {
    for (const { event, at, panelSeq } of entries) {
      if (!isText(event) || at < this.deps.now() - FRESH_MS || this.waiting.length >= WAITING_MAX) continue;
      const item = after.docket.items.get(event.contributionId);
      if (!item || item.text === '') continue;
      const { id: contributionId, kind, lang, text } = item;
      const about = { panelSeq, edits: item.earlier.length };
      this.waiting.push(() => this.ask({ panelId, contributionId, kind, lang, text }, about));
    }
    this.next();
  }

  private next(): void {
    while (this.asking < AT_ONCE) {
      const work = this.waiting.shift();
      if (!work) return;
      this.asking++;
      void work()
        .catch(this.deps.onFault)
        .finally(() => {
          this.asking--;
          this.next();
        });
    }
  }

  private async ask(question: Question, { panelSeq, edits }: About): Promise<void> {
    const said = await this.answerTo(question);
    if (!said) return;
    const labels = labelsOf(said);
    if (labels.length === 0 && !said.hold) return;

    const { panelId, contributionId } = question;
    const intentId = idOf(`${contributionId} ${panelSeq}`);
    await this.deps.panels.handle(SYSTEM, {
      type: 'screen',
      intentId,
      panelId,
      contributionId,
      labels,
      hold: said.hold,
      edits,
    });
  }

  /** null: it did not answer. A service that is down is asked once a minute, and said to be down once. */
  private async answerTo(question: Question): Promise<Verdict | null> {
    if (this.deps.now() < this.restsUntil) return null;
    try {
      const said = await askOutside(question, this.deps);
      this.failures = 0;
      return said;
    } catch (error) {
      this.failures++;
      if (this.failures >= FAILURES_MAX) this.restsUntil = this.deps.now() + REST_MS;
      if (this.failures === 1) this.deps.onFault(error);
      return null;
    }
  }
}

interface About {
  readonly panelSeq: number;
  readonly edits: number;
}

/** What it says in words of its own is one of ours: that it noticed something. */
function labelsOf({ labels }: Verdict): readonly string[] {
  return [...new Set(labels.map((label) => (isLabel(label) ? label : 'noticed')))];
}

function isText(
  event: Entry['event'],
): event is Extract<DocketEvent, { type: 'Submitted' | 'Edited' | 'Resubmitted' }> {
  return event.type === 'Submitted' || event.type === 'Edited' || event.type === 'Resubmitted';
}

/** The same on every node: of several that ask about one text, one is heard. */
function idOf(what: string): string {
  const hex = createHash('sha256').update(`screen ${what}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
