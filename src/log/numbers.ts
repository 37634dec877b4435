const MOST = 2_147_483_647;

/** A seq, count or limit as PostgreSQL’s integer holds it: `Infinity` means “to the end”. */
export function whole(number: number): number {
  return Math.min(Math.max(Math.trunc(number), 0), MOST);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}
