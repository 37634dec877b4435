type Step = () => void | Promise<void>;

const STEP_MS = 10_000;

/** Whether this process is on its way out, and what is to be done on the way. */
export class Draining {
  private readonly steps: Step[] = [];
  private begun: Promise<void> | null = null;

  constructor(private readonly onFault: (error: unknown) => void = () => undefined) {}

  get isDraining(): boolean {
    return this.begun !== null;
  }

  /** Steps run in the order they were added, each after the one before, at most ten seconds each. */
  readonly onDrain = (step: Step): void => {
    this.steps.push(step);
  };

  /** From here on `/ready` says no. Repeating it waits for the same drain. */
  readonly begin = (): Promise<void> => {
    this.begun ??= this.drain();
    return this.begun;
  };

  private async drain(): Promise<void> {
    for (const step of this.steps) {
      await within(STEP_MS, step).catch(this.onFault);
    }
  }
}

/** Drains and then closes on SIGTERM or SIGINT; a second signal ends the process at once. Returns how to stop listening. */
export function drainOnSignals(
  draining: Draining,
  close: () => Promise<void>,
  exit: (status: number) => void = process.exit,
): () => void {
  const leave = () => {
    if (draining.isDraining) return exit(1);
    void draining
      .begin()
      .then(close)
      .then(
        () => exit(0),
        () => exit(1),
      );
  };
  for (const signal of SIGNALS) process.on(signal, leave);
  return () => {
    for (const signal of SIGNALS) process.off(signal, leave);
  };
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** @throws when `work` fails or takes longer than `ms`. */
export async function within<T>(ms: number, work: () => T | Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([Promise.resolve().then(work), late]);
  } finally {
    clearTimeout(timer);
  }
}
