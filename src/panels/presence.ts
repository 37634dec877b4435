const TELL_EVERY_MS = 1_000;
const FORGET_MS = 15_000;
/** What anybody on Redis’ network may make us hold for one panel. */
const NODES_MAX = 64;
/** Panels nobody reads here, which the timetable still counts: no more than that, whoever says what. */
const PANELS_MAX = 1_000;

/** How many read a panel, over all processes that tell each other. Volatile: never in a journal, lost without harm. */
export class Presence {
  private readonly here = new Map<string, number>();
  private readonly elsewhere = new Map<string, Map<string, { count: number; at: number }>>();
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  onChange: (panelId: string, here: number) => void = () => undefined;

  constructor(
    private readonly now: () => number,
    private readonly tellOthers: (panelId: string, count: number) => void = () => undefined,
  ) {}

  /** Readers of a panel in this process. */
  count(panelId: string, count: number): void {
    if ((this.here.get(panelId) ?? 0) === count) return;
    if (count > 0) this.here.set(panelId, count);
    else this.here.delete(panelId);
    this.tellOthers(panelId, count);
    this.soon(panelId);
  }

  /**
   * For every panel with readers, now and then: a process that starts later learns how many are here, and one that fell
   * silent is counted no more.
   */
  repeat(): void {
    for (const [panelId, count] of this.here) this.tellOthers(panelId, count);
    for (const [panelId, nodes] of this.elsewhere) {
      for (const [node, { at }] of nodes) {
        if (this.isFresh(at)) continue;
        nodes.delete(node);
        this.soon(panelId);
      }
      if (nodes.size === 0) this.elsewhere.delete(panelId);
    }
  }

  heard(node: string, panelId: string, count: number): void {
    const nodes = this.elsewhere.get(panelId) ?? new Map<string, { count: number; at: number }>();
    if (!nodes.has(node) && (count === 0 || nodes.size >= NODES_MAX || !this.hasRoom(panelId))) return;

    if ((nodes.get(node)?.count ?? 0) !== count) this.soon(panelId);
    if (count > 0) nodes.set(node, { count, at: this.now() });
    else nodes.delete(node);
    if (nodes.size > 0) this.elsewhere.set(panelId, nodes);
    else this.elsewhere.delete(panelId);
  }

  total(panelId: string): number {
    let total = this.here.get(panelId) ?? 0;
    for (const { count, at } of this.elsewhere.get(panelId)?.values() ?? []) {
      if (this.isFresh(at)) total += count;
    }
    return total;
  }

  private hasRoom(panelId: string): boolean {
    return this.here.has(panelId) || this.elsewhere.has(panelId) || this.elsewhere.size < PANELS_MAX;
  }

  private isFresh(at: number): boolean {
    return at > this.now() - FORGET_MS;
  }

  /** Nobody here hears of a panel that nobody here reads. */
  private soon(panelId: string): void {
    if (!this.here.has(panelId)) return;
    this.changed.add(panelId);
    this.timer ??= setTimeout(() => this.tell(), TELL_EVERY_MS).unref();
  }

  private tell(): void {
    this.timer = null;
    for (const panelId of this.changed) this.onChange(panelId, this.total(panelId));
    this.changed.clear();
  }
}
