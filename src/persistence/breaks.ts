import type { EventEmitter } from 'node:events';

/**
 * A connection that breaks while somebody holds it tells them by their next query, and the pool drops it when it comes back.
 * Its `error` is heard by nobody besides, and what nobody hears of that kind ends the process.
 */
export function hearBreaks(pool: EventEmitter): void {
  const heard = new WeakSet<EventEmitter>();
  pool.on('acquire', (connection: EventEmitter) => {
    if (heard.has(connection)) return;
    heard.add(connection);
    connection.on('error', () => {});
  });
}
