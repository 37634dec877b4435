import { readFile, writeFile } from 'node:fs/promises';
import { PEOPLE, type Person } from './content/people.js';
import { seatOf } from './course.js';

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
  /** Of whoever vouches for the others; null where nobody does. */
  readonly organiser: string | null;
}

/** Somebody who sits down. */
export interface Newcomer {
  readonly name: string;
  readonly role: 'participant' | 'moderator';
  readonly affiliation: string;
  /** From where they spoke in the panel’s past. */
  readonly seat?: string;
}

export interface Seated {
  readonly seat: string;
  readonly cookie: string;
}

export interface Welcomed extends Seated {
  readonly groups: readonly string[];
}

export interface PassDeps {
  readonly panelId: string;
  /** Where sessions are kept between two starts, readable by the owner alone. */
  readonly file: string;
  readonly seat: (people: readonly Newcomer[]) => Promise<readonly Seated[]>;
  /** Whether a session is still good. */
  readonly isGood: (cookie: string) => Promise<boolean>;
  /** The session of an organiser; null where the panel knows no groups. */
  readonly hire: () => Promise<string | null>;
  /** Called with those who were seated just now, before that is kept. */
  readonly welcome: (people: readonly Welcomed[], organiser: string) => Promise<void>;
}

const SPEAKERS: readonly (readonly [key: string, person: Person])[] = Object.entries(PEOPLE);
const MODERATORS = [
  { name: 'Demo desk', lang: 'en' },
  { name: 'Second desk', lang: 'en' },
] as const;

/** Seats for the crowd: those of the last start where they still stand, so that nobody comes twice. */
export async function passes(deps: PassDeps): Promise<Passes> {
  const { panelId, file } = deps;
  const kept = await keptIn(deps);
  const organiser = kept.organiser ?? (await deps.hire());
  const newcomers = everybodyIn(panelId).slice(kept.cookies.length);
  const seated = newcomers.length > 0 ? await deps.seat(newcomers.map(({ person }) => person)) : [];
  const fresh = seated.map((one, i) => ({ ...one, groups: newcomers[i]?.groups ?? [] }));
  if (organiser !== null && fresh.length > 0) await deps.welcome(fresh, organiser);

  const cookies = [...kept.cookies, ...seated.map(({ cookie }) => cookie)];
  await writeFile(file, `${JSON.stringify({ panelId, cookies, organiser })}\n`, { mode: 0o600 });
  const [first, second] = MODERATORS;
  return {
    moderator: { ...first, cookie: cookies[0] ?? '' },
    second: { ...second, cookie: cookies[1] ?? '' },
    speakers: SPEAKERS.map(([, { name, lang }], i) => ({ name, lang, cookie: cookies[MODERATORS.length + i] ?? '' })),
    organiser,
  };
}

function everybodyIn(panelId: string): readonly { readonly person: Newcomer; readonly groups: readonly string[] }[] {
  const moderators = MODERATORS.map(({ name }) => ({
    person: { name, role: 'moderator' as const, affiliation: 'demo' },
    groups: [],
  }));
  const speakers = SPEAKERS.map(([key, { name, groups }]) => ({
    person: { name, role: 'participant' as const, affiliation: 'demo', seat: seatOf(panelId, key) },
    groups,
  }));
  return [...moderators, ...speakers];
}

interface Kept {
  /** Of the first so many: an earlier crowd was smaller. */
  readonly cookies: readonly string[];
  readonly organiser: string | null;
}

async function keptIn({ file, panelId, isGood }: PassDeps): Promise<Kept> {
  const pass = parsed(await readFile(file, 'utf8').catch(() => ''));
  if (pass?.panelId !== panelId) return { cookies: [], organiser: null };

  const { cookies, organiser } = pass;
  const good = await Promise.all(cookies.map(isGood));
  const areGood = good.every(Boolean) && cookies.length <= MODERATORS.length + SPEAKERS.length;
  return {
    cookies: areGood ? cookies : [],
    organiser: organiser !== null && (await isGood(organiser)) ? organiser : null,
  };
}

function parsed(text: string): (Kept & { readonly panelId: unknown }) | null {
  try {
    const { panelId, cookies, organiser } = JSON.parse(text) as Record<string, unknown>;
    if (!Array.isArray(cookies) || !cookies.every((cookie) => typeof cookie === 'string')) return null;
    return { panelId, cookies, organiser: typeof organiser === 'string' ? organiser : null };
  } catch {
    return null;
  }
}
