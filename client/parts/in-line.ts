import type { MineItem } from '../../domain/wire/views.js';

/** Whether another of the same person’s waits at the same place before it: people take turns, not contributions. */
export function isAfterOwn(item: MineItem, all: readonly MineItem[]): boolean {
  return all.some((other) => other.place !== null && other.place === item.place && other.at < item.at);
}
