/** The storage of a browser, for specs that run without one. */
export class Shelf implements Storage {
  [name: string]: unknown;
  private readonly all = new Map<string, string>();
  /** As a private window or a full disk. */
  refuses = false;

  get length(): number {
    return this.all.size;
  }

  key(index: number): string | null {
    return [...this.all.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.all.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.refuses) throw new DOMException('Full.', 'QuotaExceededError');
    this.all.set(key, value);
  }

  removeItem(key: string): void {
    this.all.delete(key);
  }

  clear(): void {
    this.all.clear();
  }
}
