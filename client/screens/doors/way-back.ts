/** Where to go after signing in: an address of this forum, whatever the link said. */
export function wayBack(query: string): string {
  const to = new URLSearchParams(query).get('to') ?? '/';
  try {
    const { origin, pathname, search, hash } = new URL(to, location.origin);
    return to.startsWith('/') && origin === location.origin ? pathname + search + hash : '/';
  } catch {
    return '/';
  }
}

/** The identity provider sent the person back without success. */
export function isFailed(query: string): boolean {
  return new URLSearchParams(query).has('error');
}
