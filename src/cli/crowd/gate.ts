/** Lets so many in at once; the others wait in line. */
export class Gate {
  private inside = 0;
  private readonly line: (() => void)[] = [];

  constructor(private readonly most: number) {}

  get isFull(): boolean {
    return this.inside >= this.most;
  }

  get isAwaited(): boolean {
    return this.line.length > 0;
  }

  async enter(): Promise<void> {
    if (!this.isFull) {
      this.inside++;
      return;
    }
    await new Promise<void>((admitted) => this.line.push(admitted));
  }

  /** Hands the place to whoever waits longest. */
  leave(): void {
    const next = this.line.shift();
    if (next) next();
    else this.inside--;
  }
}
