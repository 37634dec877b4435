import { afterEach, describe, expect, it } from '@jest/globals';
import type { RecordEntry, RecordEvent } from '../../domain/panel/events.js';
import { evolveRecord, initialRecord } from '../../domain/panel/evolve.js';
import { refusal } from '../../domain/panel/refusals.js';
import { canonicalState } from '../../domain/panel/snapshot.js';
import { published, redacted, threadOpened } from '../../domain/testing/entries.js';
import type { Opening, ReplayClock } from './replay-shown.js';
import type { PanelDetail, ReplaySource } from './replay-source.js';
import { NO_FILTER } from './replay-stops.js';
import { ReplayStore } from './replay-store.js';

const START = 1_700_000_000_000;
const PAGE = 10;
const SECOND = 1_000;

describe('a replay', () => {
  let stop = () => {};
  afterEach(() => stop());

  it('[R60] ends with the state of the panel as it is', async () => {
    const { store, record } = await opened(recordOf(95));
    store.seek(START + 10_000 * SECOND);

    expect(store.snapshot().loaded).toMatchObject({ entries: 95, of: 95, isWhole: true });
    expect(canonicalState(momentOf(store).record)).toBe(canonicalState(stateAt(record, 95)));
  });

  it('[R60] shows at any instant the panel as it was', async () => {
    const { store, record } = await opened(recordOf(95));
    for (const second of [40, 3, 94, 60, 0, 61]) {
      store.seek(START + second * SECOND);
      expect(canonicalState(momentOf(store).record)).toBe(canonicalState(stateAt(record, second + 1)));
    }
  });

  it('[R61] shows an entry as soon as the playhead has come to its time', async () => {
    const { store, clock } = await opened(recordOf(30));
    store.play();
    clock.runs(5.5 * SECOND);
    expect(momentOf(store).seq).toBe(6);

    store.setSpeed(4);
    clock.runs(2 * SECOND);
    expect(momentOf(store).seq).toBe(14);
  });

  it('[R61] plays again from the start when it has come to its end', async () => {
    const { store, clock } = await opened(recordOf(8));
    store.seek(Infinity);
    store.play();
    clock.runs(1.2 * SECOND);

    expect(momentOf(store).seq).toBe(2);
  });

  it('[R62] says how much silence it skipped, and shows what comes after it', async () => {
    const late = at(recordOf(3), (seconds) => (seconds === 2 ? 1_082 : seconds));
    const { store, clock } = await opened(late);
    store.setSkipsSilence(true);
    store.play();
    clock.runs(3 * SECOND);

    expect(store.snapshot().skipped?.ms).toBeGreaterThan(1_079 * SECOND);
    expect(momentOf(store).seq).toBe(3);
  });

  it('[R63] shows the instant of a permalink before everything before it is read', async () => {
    const { store, server, record } = opening(recordOf(95), { into: 77 * SECOND, item: null });
    server.answersPages([1, 8]);
    await settled();

    const glimpse = momentOf(store);
    expect(glimpse).toMatchObject({ seq: 78, isExact: false });
    expect(glimpse.rows.map(({ seq }) => seq)).toEqual([71, 72, 73, 74, 75, 76, 77, 78]);
    expect(glimpse.record.contributions.get('c78')?.words).not.toBeNull();

    server.answersPages('all');
    await settled();
    expect(momentOf(store).isExact).toBe(true);
    expect(canonicalState(momentOf(store).record)).toBe(canonicalState(stateAt(record, 78)));
  });

  it('[R63] plays what is here while the rest is on its way, and waits at its end', async () => {
    const { store, server, clock } = opening(recordOf(95));
    server.answersPages([1, 2]);
    await settled();
    store.play();
    clock.runs(40 * SECOND);
    expect(store.snapshot().player).toMatchObject({ isPlaying: true, isWaiting: true });
    expect(momentOf(store).seq).toBe(20);

    server.answersPages('all');
    await settled();
    clock.runs(5.2 * SECOND);
    expect(momentOf(store).seq).toBe(25);
  });

  it('[R63] says that the forum is out of reach, and goes on when it is back', async () => {
    const { store, server } = opening(recordOf(95));
    server.answersPages([1]);
    await settled();
    server.isGone = true;
    server.answersPages('all');
    await settled();
    expect(store.snapshot()).toMatchObject({ isReached: false, status: 'ready' });
  });

  it('[R63] goes on with a panel that is still open', async () => {
    const { store, server } = await opened(recordOf(12), { phase: 'open', closedAt: null });
    server.grows(3);
    await settled();

    expect(store.snapshot().loaded.entries).toBe(15);
    expect(store.snapshot().axis?.end).toBe(START + 14 * SECOND);
    store.seek(Infinity);
    expect(momentOf(store).seq).toBe(15);
  });

  it('[R64] opens at an instant and at an item', async () => {
    const { store } = await opened(recordOf(40), {}, { into: 20 * SECOND, item: 'c21' });
    expect(store.time()).toBe(START + 20 * SECOND);
    expect(store.snapshot()).toMatchObject({ item: 'c21' });
    expect(momentOf(store).seq).toBe(21);
  });

  it('[R64] finds an item whose instant the address does not name', async () => {
    const { store } = await opened(recordOf(40), {}, { into: null, item: 'c33' });

    expect(store.time()).toBe(START + 32 * SECOND);
  });

  it('[R65] shows what was redacted later as a tombstone from the beginning', async () => {
    const record = [...recordOf(5), entry(6, redacted('c4'))].map((one) =>
      one.event.type === 'ContributionPublished' && one.event.contributionId === 'c4'
        ? { ...one, event: { ...one.event, body: null } }
        : one,
    );
    const { store } = await opened(record);
    store.seek(START + 3 * SECOND);

    expect(momentOf(store).record.contributions.get('c4')).toMatchObject({ words: null, redacted: null });
  });

  it('[R66] steps through entries of one instant one by one, both ways', async () => {
    const { store } = await opened(at(recordOf(8), () => 0));
    store.step(1);
    expect(momentOf(store).seq).toBe(8);

    const back = [store.step(-1), store.step(-1), store.step(1)].map((stopped) => stopped?.seq);
    expect(back).toEqual([7, 6, 7]);
    expect(store.snapshot()).toMatchObject({ item: 'c7' });
  });

  it('[R66] steps only to what the filter lets through', async () => {
    const { store } = await opened(recordOf(40));
    store.setFilter({ ...NO_FILTER, words: 'WORDS c3' });
    await settled();
    store.seek(START);

    expect([store.step(1), store.step(1), store.step(1)].map((one) => one?.contributionId)).toEqual([
      'c3',
      'c30',
      'c31',
    ]);
  });

  it('says when there is nothing to replay, and when it may not be shown', async () => {
    const empty = await opened([entry(1, threadOpened())]);
    expect(empty.store.snapshot().status).toBe('empty');

    const { store, server } = opening(recordOf(3));
    server.refuses = true;
    await settled();
    expect(store.snapshot()).toMatchObject({ status: 'refused', refusal: { code: 'no-such-panel' } });
  });

  function opening(record: readonly RecordEntry[], where: Opening = { into: null, item: null }) {
    const server = new FakeSource(record);
    const clock = new FakeClock();
    const store = new ReplayStore({ source: server, clock }, where);
    stop = store.subscribe(() => {});
    return { store, server, clock, record };
  }

  async function opened(record: readonly RecordEntry[], panel: Partial<PanelDetail> = {}, where?: Opening) {
    const all = opening(record, where);
    all.server.panelNow = { ...all.server.panelNow, ...panel };
    all.server.answersPages('all');
    await settled();
    return all;
  }
});

/** Frames and turns come when a test says so. */
class FakeClock implements ReplayClock {
  private ms = 0;
  private frames: (() => void)[] = [];

  now(): number {
    return this.ms;
  }

  frame(work: () => void): () => void {
    this.frames.push(work);
    return () => (this.frames = this.frames.filter((one) => one !== work));
  }

  soon(work: () => void): void {
    queueMicrotask(work);
  }

  runs(ms: number): void {
    for (let spent = 0; spent < ms; spent += 16) {
      this.ms += 16;
      const due = this.frames.splice(0);
      for (const frame of due) frame();
    }
  }
}

class FakeSource implements ReplaySource {
  isGone = false;
  refuses = false;
  panelNow: PanelDetail;
  private readonly pagesAsked: { readonly page: number; readonly answer: () => void }[] = [];
  private answered: readonly number[] | 'all' = [];
  private growth: (() => void) | null = null;

  constructor(private record: readonly RecordEntry[]) {
    this.panelNow = {
      panelId: 'p',
      forumId: 'f',
      title: 'Water',
      description: '',
      languages: ['en'],
      phase: 'closed',
      startsAt: null,
      endsAt: null,
      openedAt: START,
      closedAt: record.at(-1)?.at ?? START,
      head: record.length,
      published: record.length,
      access: 'open',
      code: 'ABCDEF',
      here: 0,
      roles: [],
      epoch: 'e',
      you: { seat: null, name: null, roles: [] },
      pages: { size: PAGE, full: Math.floor(record.length / PAGE), erasures: 0 },
    };
  }

  async panel() {
    await Promise.resolve();
    if (this.refuses) return { ok: false as const, refusal: refusal('no-such-panel') };
    return { ok: true as const, value: this.panelNow };
  }

  async histogram() {
    const times = this.record.map(({ at: time }) => time);
    const said = this.record.filter(({ event }) => event.type === 'ContributionPublished').length;
    const from = Math.min(...times);
    const to = Math.max(...times);
    return { ok: true as const, value: { from, to, width: to - from + 1, total: [said], threads: {}, marks: [] } };
  }

  page(page: number) {
    return new Promise<Awaited<ReturnType<ReplaySource['page']>>>((resolve) => {
      const entries = this.record.slice((page - 1) * PAGE, page * PAGE);
      const value = { epoch: 'e', page, full: entries.length === PAGE, entries };
      this.pagesAsked.push({ page, answer: () => resolve(this.isGone ? null : { ok: true, value }) });
      this.answerPages();
    });
  }

  async seqAfter(time: number) {
    const next = this.record.find(({ at: one }) => one > time);
    return { ok: true as const, value: next?.seq ?? this.record.length + 1 };
  }

  async people() {
    return { ok: true as const, value: {} };
  }

  follow(after: number, signal: AbortSignal) {
    return new Promise<Awaited<ReturnType<ReplaySource['follow']>>>((resolve) => {
      signal.addEventListener('abort', () => resolve(null));
      this.growth = () => {
        const entries = this.record.slice(after);
        resolve({
          ok: true,
          value: { panelId: 'p', epoch: 'e', head: this.record.length, entries, people: {} },
        });
      };
    });
  }

  answersPages(pages: readonly number[] | 'all'): void {
    this.answered = pages;
    this.answerPages();
  }

  grows(by: number): void {
    const from = this.record.length;
    this.record = [...this.record, ...recordOf(from + by).slice(from)];
    this.growth?.();
  }

  private answerPages(): void {
    for (const asked of [...this.pagesAsked]) {
      if (this.answered !== 'all' && !this.answered.includes(asked.page)) continue;
      this.pagesAsked.splice(this.pagesAsked.indexOf(asked), 1);
      asked.answer();
    }
  }
}

/** One entry a second; the contribution `cN` has the seq N. */
function recordOf(count: number): readonly RecordEntry[] {
  const events: readonly RecordEvent[] = [{ type: 'PanelOpened' }, threadOpened()];
  return Array.from({ length: count }, (_, i) => entry(i + 1, events[i] ?? published(`c${i + 1}`)));
}

function entry(seq: number, event: RecordEvent): RecordEntry {
  return { seq, at: START + (seq - 1) * SECOND, event };
}

function at(record: readonly RecordEntry[], seconds: (index: number) => number): readonly RecordEntry[] {
  return record.map((one, i) => ({ ...one, at: START + seconds(i) * SECOND }));
}

function stateAt(record: readonly RecordEntry[], seq: number) {
  return record.slice(0, seq).reduce(evolveRecord, initialRecord);
}

function momentOf(store: ReplayStore) {
  const { moment } = store.snapshot();
  if (!moment) throw new Error('Nothing is shown.');
  return moment;
}

async function settled(): Promise<void> {
  for (let i = 0; i < 400; i++) await Promise.resolve();
}
