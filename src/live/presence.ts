const TELL_EVERY_MS = 1_000;
const FORGET_MS = 15_000;

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

  /** Repeated for every panel with readers, so that a process that starts later learns it and one that died is forgotten. */
  repeat(): void {
    for (const [panelId, count] of this.here) this.tellOthers(panelId, count);
  }

  heard(node: string, panelId: string, count: number): void {
    const nodes = this.elsewhere.get(panelId) ?? new Map<string, { count: number; at: number }>();
    this.elsewhere.set(panelId, nodes);
    if (nodes.get(node)?.count !== count) this.soon(panelId);
    if (count > 0) nodes.set(node, { count, at: this.now() });
    else nodes.delete(node);
  }

  total(panelId: string): number {
    let total = this.here.get(panelId) ?? 0;
    for (const { count, at } of this.elsewhere.get(panelId)?.values() ?? []) {
      if (at > this.now() - FORGET_MS) total += count;
    }
    return total;
  }

  private soon(panelId: string): void {
    this.changed.add(panelId);
    this.timer ??= setTimeout(() => this.tell(), TELL_EVERY_MS).unref();
  }

  private tell(): void {
    this.timer = null;
    for (const panelId of this.changed) this.onChange(panelId, this.total(panelId));
    this.changed.clear();
  }
}
