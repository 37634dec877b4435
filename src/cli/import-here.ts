import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { importSeats } from '../identity/seats.js';
import { Forums } from '../log/directory.js';
import { importPanel } from '../log/importing.js';
import type { Counts } from './polis/counts.js';
import { importPolis } from './polis/import.js';
import type { Polis } from './polis/read.js';

/** Where imported conversations go when nobody says otherwise. */
export const CONVERSATIONS = {
  slug: 'conversations',
  title: 'Conversations',
  description: 'Conversations held elsewhere, imported to be read and replayed.',
} as const;

/** Imports into a database this process has open. */
export async function importHere(
  db: DataSource,
  polis: Polis,
  slug: string,
  onProgress: (done: number, all: number) => void,
): Promise<Counts> {
  return importPolis(polis, {
    forumId: await forumAt(db, slug),
    importPanel: (panel) => importPanel(db, panel),
    importSeats: (panelId, seats) => importSeats(db, panelId, seats),
    onProgress,
  });
}

/** The forum at this address, made when there is none. */
export async function forumAt(db: DataSource, slug: string): Promise<string> {
  const forums = new Forums(db);
  const title = slug === CONVERSATIONS.slug ? CONVERSATIONS.title : slug;
  await forums.create({ ...CONVERSATIONS, forumId: randomUUID(), slug, title });
  const forum = await forums.findBySlug(slug);
  if (!forum) throw new Error(`The forum ${slug} was made and is not there.`);
  return forum.forumId;
}
