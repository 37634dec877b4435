import { AmplifyQueue } from '../../amplify/queue/queue.js';
import { DEFAULT_RULE } from '../../amplify/queue/rule.js';
import type { Entry, PanelEvent } from '../events.js';
import { FloorTurns } from './floor-turns.js';
import { ReviewTurns, type Profiles } from './review-turns.js';
import { ruleOf } from './terms.js';

type Step = Pick<Entry, 'at' | 'event' | 'panelSeq'>;

/**
 * Who is next at the desk and on the floor: a fold of both journals and of what people count for, beside the panel's state
 * and by the same entries. What people count for stays here: no view but an author's own and the host's gauges reads it.
 */
export class PanelQueues {
  review: ReviewTurns;
  floor: FloorTurns;
  private steps: Step[] = [];

  constructor(private readonly profiles: Profiles) {
    this.review = new ReviewTurns(new AmplifyQueue(DEFAULT_RULE), profiles);
    this.floor = new FloorTurns(DEFAULT_RULE, profiles);
  }

  /** The last `panelSeq` folded in. */
  get panelSeq(): number {
    return this.steps.at(-1)?.panelSeq ?? 0;
  }

  /** Entries in ascending `panelSeq`; what is folded in already changes nothing. */
  apply({ at, event, panelSeq }: Step): void {
    if (panelSeq <= this.panelSeq) return;
    const step = { at, panelSeq, event: wordless(event) };
    this.steps.push(step);
    this.fold(step);
  }

  /** As it was at a `panelSeq`: what came after was not stored after all. */
  rewind(panelSeq: number): void {
    if (panelSeq >= this.panelSeq) return;
    this.steps = this.steps.filter((step) => step.panelSeq <= panelSeq);
    this.refold();
  }

  /** From the beginning, by what people count for now. */
  refold(): void {
    this.review = new ReviewTurns(new AmplifyQueue(DEFAULT_RULE), this.profiles);
    this.floor = new FloorTurns(DEFAULT_RULE, this.profiles);
    for (const step of this.steps) this.fold(step);
  }

  private fold(step: Step): void {
    if (step.event.type === 'QueueSet') {
      const rule = ruleOf(step.event);
      this.review.follow(rule);
      this.floor.follow(rule);
    }
    this.review.apply(step);
    this.floor.apply(step);
  }
}

/** The order needs no words, and these are erased elsewhere. */
function wordless(event: PanelEvent): PanelEvent {
  if (event.type === 'Submitted' && event.body) {
    return { ...event, body: { text: '', lang: '', author: event.body.author } };
  }
  if (event.type === 'FloorAsked' && event.body) return { ...event, body: { ...event.body, note: '' } };
  return event;
}
