import { standsFor } from '../../domain/panel/merging.js';
import type { RecordState } from '../../domain/panel/state.js';
import { likenessOf, trigramsOf } from '../../domain/text/trigrams.js';
import type { Likeness } from '../../domain/wire/slate.js';
import type { VotingLog } from '../log/voting.js';

/** Above it people mostly say the same; where they do not, nothing happens but a suggestion nobody takes. */
const ALIKE_FROM = 0.5;
const AT_ONCE = 50;
const SHOWN_MAX = 20;
const PANELS_MAX = 64;

interface Known {
  readonly compared: Set<string>;
  pairs: readonly Likeness[];
  comparing: Promise<void> | null;
}

/** Published questions that say almost the same. Each is compared once, with all that were there. */
export class Likenesses {
  private readonly panels = new Map<string, Known>();
  private able: Promise<boolean> | null = null;

  constructor(private readonly log: VotingLog) {}

  /** Where texts are compared. */
  async measuredIn(): Promise<'database' | 'process'> {
    this.able ??= this.log.canCompare().catch((error: unknown) => {
      this.able = null;
      throw error;
    });
    return (await this.able) ? 'database' : 'process';
  }

  /** The most alike first, at most twenty, none of them merged or put to the panel. */
  async of(panelId: string, record: RecordState): Promise<readonly Likeness[]> {
    const known = this.known(panelId);
    known.comparing ??= this.compare(panelId, record, known).finally(() => (known.comparing = null));
    await known.comparing;

    const put = new Set(record.posed.map(({ contributionId }) => contributionId));
    const isOpen = (id: string) => isCompared(record, id) && !put.has(id);
    return known.pairs.filter(({ one, other }) => isOpen(one) && isOpen(other)).slice(0, SHOWN_MAX);
  }

  private async compare(panelId: string, record: RecordState, known: Known): Promise<void> {
    const { compared } = known;
    const all = [...record.contributions.keys()].filter((id) => isCompared(record, id));
    const fresh = all.filter((id) => !compared.has(id)).slice(-AT_ONCE);
    if (fresh.length === 0) return;

    const isFresh = new Set(fresh);
    const among = { all: all.filter((id) => compared.has(id) || isFresh.has(id)), fresh };
    const found =
      (await this.measuredIn()) === 'database'
        ? await this.log.alike(panelId, among, ALIKE_FROM)
        : alikeIn(record, among);
    for (const id of fresh) compared.add(id);
    known.pairs = [...known.pairs, ...found].sort((a, b) => b.likeness - a.likeness);
  }

  private known(panelId: string): Known {
    const known = this.panels.get(panelId) ?? { compared: new Set<string>(), pairs: [], comparing: null };
    this.panels.delete(panelId);
    this.panels.set(panelId, known);
    const [oldest] = this.panels.keys();
    if (this.panels.size > PANELS_MAX && oldest !== undefined) this.panels.delete(oldest);
    return known;
  }
}

function isCompared(record: RecordState, id: string): boolean {
  const one = record.contributions.get(id);
  return one?.kind === 'question' && one.words !== null && standsFor(record, id) === id;
}

function alikeIn(
  { contributions }: RecordState,
  { all, fresh }: { readonly all: readonly string[]; readonly fresh: readonly string[] },
): readonly Likeness[] {
  const trigrams = new Map(all.map((id) => [id, trigramsOf(contributions.get(id)?.words?.text ?? '')]));
  const isFresh = new Set(fresh);
  const found: Likeness[] = [];
  for (const one of fresh) {
    for (const other of all) {
      if (one === other || (isFresh.has(other) && one > other)) continue;
      const likeness = likenessOf(trigrams.get(one) ?? new Set(), trigrams.get(other) ?? new Set());
      if (likeness >= ALIKE_FROM) found.push({ one, other, likeness });
    }
  }
  return found;
}
