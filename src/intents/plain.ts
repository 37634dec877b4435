const DEPTH_MAX = 8;
const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether a message is made of plain objects, lists and JSON values only, at most eight levels deep, and reaches for no
 * prototype. Goes level by level, not by recursion: the message may be as deep as it is long.
 */
export function isPlainMessage(message: unknown): message is Record<string, unknown> {
  if (!isPlainObject(message)) return false;

  let level: unknown[] = [message];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEPTH_MAX) return false;
    const below: unknown[] = [];
    for (const container of level) {
      if (!Array.isArray(container) && Reflect.ownKeys(container as object).some(isReserved)) return false;
      for (const value of Object.values(container as object)) {
        if (Array.isArray(value) || isPlainObject(value)) below.push(value);
        else if (!isScalar(value)) return false;
      }
    }
    level = below;
  }
  return true;
}

function isReserved(key: string | symbol): boolean {
  return typeof key === 'symbol' || RESERVED_KEYS.has(key);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
}
