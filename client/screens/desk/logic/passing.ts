import { PASSING_MAX } from '../../../../domain/panel/limits.js';

/** Items passed over, the latest last. */
export type Passed = readonly string[];

export function passOver(passed: Passed, id: string): Passed {
  return [...without(passed, id), id].slice(-PASSING_MAX);
}

export function lastPassed(passed: Passed): string | null {
  return passed.at(-1) ?? null;
}

export function without(passed: Passed, id: string): Passed {
  return passed.filter((one) => one !== id);
}
