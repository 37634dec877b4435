/** A value somebody else will bring. */
export interface Promised<T> {
  readonly promise: Promise<T>;
  keep(value: T): void;
  breakOff(reason: unknown): void;
}

export function promised<T>(): Promised<T> {
  let keep: (value: T) => void = () => undefined;
  let breakOff: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    keep = resolve;
    breakOff = reject;
  });
  // Whoever waits hears of a broken promise; where nobody does, it must not end the process.
  promise.catch(() => undefined);
  return { promise, keep, breakOff };
}
