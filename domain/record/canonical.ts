/**
 * Canonical JSON (RFC 8785): no white space, keys ordered by UTF-16 code units, strings and numbers as ECMAScript prints
 * them. Two values that mean the same thing print alike, in every implementation.
 *
 * Members that are `undefined` are left out, as in JSON. Throws a TypeError on what JSON cannot hold: a lone surrogate,
 * a number that is not finite, a function, a bigint, an `undefined` that is not a member.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return numberText(value);
    case 'string':
      return stringText(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `[${value.map(canonical).join(',')}]` : objectText(value);
    default:
      throw new TypeError(`Canonical JSON has no form for a ${typeof value}.`);
  }
}

/** Most texts have none at all, which is known sooner. */
const ANY_SURROGATE = /[\ud800-\udfff]/;
/** In a `u` pattern a surrogate that is half of a pair is not one. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Canonical JSON has no form for ${value}.`);
  return JSON.stringify(value);
}

function stringText(value: string): string {
  if (ANY_SURROGATE.test(value) && LONE_SURROGATE.test(value)) {
    throw new TypeError('Canonical JSON has no form for a lone surrogate.');
  }
  return JSON.stringify(value);
}

function objectText(value: object): string {
  const members = value as Readonly<Record<string, unknown>>;
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    if (members[key] !== undefined) parts.push(`${stringText(key)}:${canonical(members[key])}`);
  }
  return `{${parts.join(',')}}`;
}
