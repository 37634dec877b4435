import { readFile, writeFile } from 'node:fs/promises';
import { TALKS } from './content/talks.js';

export interface Seat {
  readonly name: string;
  /** What this person speaks. */
  readonly lang: string;
  /** The session, as a Cookie header. */
  readonly cookie: string;
}

export interface Passes {
  readonly speakers: readonly Seat[];
  readonly moderator: Seat;
  /** Looks again at what the first would decline. */
  readonly second: Seat;
}

export interface PassDeps {
  readonly panelId: string;
  /** Where sessions are kept between two starts, readable by the owner alone. */
  readonly file: string;
  readonly seat: (
    people: readonly {
      readonly name: string;
      readonly role: 'participant' | 'moderator';
      readonly affiliation: string;
    }[],
  ) => Promise<readonly { readonly name: string; readonly cookie: string }[]>;
  /** Whether a session is still good. */
  readonly isGood: (cookie: string) => Promise<boolean>;
}

const SPEAKERS = TALKS.flatMap(({ people, lang }) => people.map((name) => ({ name, lang })));
const MODERATORS = [
  { name: 'Demo desk', lang: 'en' },
  { name: 'Second desk', lang: 'en' },
] as const;
const EVERYBODY = [...MODERATORS, ...SPEAKERS];

/** Seats for the crowd: those of the last start where they still stand, so that nobody comes twice. */
export async function passes(deps: PassDeps): Promise<Passes> {
  const cookies = (await kept(deps)) ?? (await fresh(deps));
  const [first, second] = MODERATORS;
  const speakers = SPEAKERS.map((person, i) => ({ ...person, cookie: cookies[MODERATORS.length + i] ?? '' }));
  return {
    moderator: { ...first, cookie: cookies[0] ?? '' },
    second: { ...second, cookie: cookies[1] ?? '' },
    speakers,
  };
}

async function kept({ file, panelId, isGood }: PassDeps): Promise<readonly string[] | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  const pass = text === null ? null : parsed(text);
  if (pass?.panelId !== panelId || pass.cookies?.length !== EVERYBODY.length) return null;
  const good = await Promise.all(pass.cookies.map(isGood));
  return good.every(Boolean) ? pass.cookies : null;
}

async function fresh({ file, panelId, seat }: PassDeps): Promise<readonly string[]> {
  const people = EVERYBODY.map(({ name }, i) => ({
    name,
    role: i < MODERATORS.length ? ('moderator' as const) : ('participant' as const),
    affiliation: 'demo',
  }));
  const cookies = (await seat(people)).map(({ cookie }) => cookie);
  await writeFile(file, `${JSON.stringify({ panelId, cookies })}\n`, { mode: 0o600 });
  return cookies;
}

function parsed(text: string): { readonly panelId?: unknown; readonly cookies?: readonly string[] } | null {
  try {
    const pass = JSON.parse(text) as { panelId?: unknown; cookies?: unknown } | null;
    const cookies = pass?.cookies;
    const areCookies = Array.isArray(cookies) && cookies.every((cookie) => typeof cookie === 'string');
    return areCookies ? { panelId: pass?.panelId, cookies } : null;
  } catch {
    return null;
  }
}
