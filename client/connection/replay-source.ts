import type { RecordEntry } from '../../domain/panel/events.js';
import type { Joined, Reply } from '../../domain/wire/protocol.js';
import type { PanelSummary, People, RecordPage } from '../../domain/wire/views.js';
import { call } from './api.js';

export interface PanelDetail extends PanelSummary {
  readonly epoch: string;
  readonly you: Joined['you'];
  readonly pages: { readonly size: number; readonly full: number; readonly erasures: number };
}

/** How much was published when: bucket `i` covers [from + i·width, from + (i+1)·width) ms. */
export interface Histogram {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly total: readonly number[];
  readonly threads: Readonly<Record<string, readonly number[]>>;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly at: number;
  readonly seq: number;
  readonly type: string;
  readonly contributionId: string;
}

export interface NumberedPage {
  readonly epoch: string;
  readonly page: number;
  readonly full: boolean;
  readonly entries: readonly RecordEntry[];
}

type Answer<T> = Promise<Reply<T> | null>;

/** Where a replay reads from. null: no answer came. */
export interface ReplaySource {
  panel(): Answer<PanelDetail>;
  histogram(): Answer<Histogram | null>;
  page(page: number, of: PanelDetail): Answer<NumberedPage>;
  /** The seq of the first entry after an instant; the head + 1 where there is none. */
  seqAfter(at: number): Answer<number>;
  people(seats: readonly string[]): Answer<People>;
  /** Waits for entries after a seq. */
  follow(after: number, signal: AbortSignal): Answer<RecordPage>;
}

const BUCKETS = 480;
const WAIT_SECONDS = 25;

export function replaySource(panelId: string): ReplaySource {
  const below = `/panels/${encodeURIComponent(panelId)}`;
  return {
    panel: () => call(below),
    histogram: async () => absent(await call<Histogram | null>(`${below}/record/histogram?buckets=${BUCKETS}`)),
    page: (page, { epoch, pages }) =>
      call(`${below}/record/pages/${page}?v=${pages.erasures}&epoch=${encodeURIComponent(epoch)}`),
    seqAfter: async (at) => {
      const reply = await call<RecordPage>(`${below}/record/window?from=${Math.max(0, Math.floor(at) + 1)}&limit=1`);
      return reply?.ok ? { ok: true, value: reply.value.entries[0]?.seq ?? reply.value.head + 1 } : reply;
    },
    people: (seats) => call(`${below}/people?seats=${seats.join(',')}`),
    follow: (after, signal) => call(`${below}/record/follow?after=${after}&wait=${WAIT_SECONDS}`, undefined, signal),
  };
}

/** An empty record has no histogram, which comes as an empty answer. */
function absent(reply: Reply<Histogram | null> | null): Reply<Histogram | null> | null {
  return reply?.ok && !reply.value?.total ? { ok: true, value: null } : reply;
}
