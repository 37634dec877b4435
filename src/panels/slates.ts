import type { PanelState, RecordState } from '../../domain/panel/state.js';
import { auditView, electorateOf, slateView, type Electorate } from '../../domain/panel/views/slate.js';
import type { SlateAudited, SlateView } from '../../domain/wire/slate.js';
import type { VotingLog } from '../log/voting.js';
import type { Cards } from './cards.js';

const EVERY_MS = 5_000;
const KEPT_MAX = 64;

export interface SlatesDeps {
  readonly log: VotingLog;
  readonly cards: Cards;
  readonly now: () => number;
}

interface Counted {
  readonly at: number;
  readonly key: string;
  readonly electorate: Promise<Electorate>;
  readonly slates: Map<number, Promise<SlateView>>;
}

/**
 * What to put to the panellists next. Votes are counted when somebody asks, at most every five seconds, and at once when
 * something was posed, published or merged.
 */
export class Slates {
  private readonly counted = new Map<string, Counted>();

  constructor(private readonly deps: SlatesDeps) {}

  slate(panelId: string, panel: PanelState, seats: number): Promise<SlateView> {
    const { at, electorate, slates } = this.count(panelId, panel);
    const known = slates.get(seats);
    if (known) return known;

    const made = Promise.all([electorate, this.deps.cards.shown(panelId)]).then(([counted, shown]) =>
      slateView(panel.record, counted, { panelId, at, seats, shown }),
    );
    slates.set(seats, made);
    made.catch(() => slates.delete(seats));
    return made;
  }

  async audit(panelId: string, panel: PanelState, chosen: readonly string[]): Promise<SlateAudited> {
    const { electorate } = this.count(panelId, panel);
    return { panelId, audit: auditView(await electorate, chosen) };
  }

  private count(panelId: string, { record }: PanelState): Counted {
    const [now, key] = [this.deps.now(), keyOf(record)];
    const known = this.counted.get(panelId);
    if (known && known.key === key && now - known.at < EVERY_MS) return known;

    const electorate = this.deps.log.lastVotes(panelId).then((votes) => electorateOf(record, votes));
    const counted = { at: now, key, electorate, slates: new Map<number, Promise<SlateView>>() };
    this.counted.delete(panelId);
    this.counted.set(panelId, counted);
    const [oldest] = this.counted.keys();
    if (this.counted.size > KEPT_MAX && oldest !== undefined) this.counted.delete(oldest);
    electorate.catch(() => this.counted.get(panelId) === counted && this.counted.delete(panelId));
    return counted;
  }
}

/** What a slate depends on besides the votes. */
function keyOf({ published, posed, contributions }: RecordState): string {
  let merged = 0;
  for (const { mergedInto } of contributions.values()) if (mergedInto !== undefined) merged++;
  return `${published}/${merged}/${posed.map(({ contributionId }) => contributionId).join(' ')}`;
}
