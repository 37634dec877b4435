import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, readdir, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Owner } from './owner.js';
import { parseOwner } from './owner.js';

/**
 * The numbered files of a lock. Whoever made the highest number holds the folder. Numbers only grow and the latest are
 * never removed, so a newcomer that judged turn 7 to be over can only ever make turn 8, and a file is made by one process
 * alone: two newcomers cannot both succeed, however long one of them sleeps in between. (Removing a stale file and making
 * it anew, as pid files do, lets the slower newcomer remove the quicker one’s fresh file.)
 */
export interface Turn {
  readonly number: number;
  readonly file: string;
  /** null when the file was cut short. */
  readonly owner: Owner | null;
}

/** Turns kept behind the latest: as many newcomers would have to come and go while one sleeps between two calls. */
const KEPT = 8;

export function turnsFolder(folder: string): string {
  return join(folder, 'lock');
}

export async function latestTurn(folder: string): Promise<Turn | null> {
  const number = Math.max(0, ...(await numbers(folder)));
  if (number === 0) return null;

  const file = fileOf(folder, number);
  return { number, file, owner: parseOwner(await readFile(file, 'utf8')) };
}

/** Makes turn `number`; null when another process was quicker. */
export async function makeTurn(folder: string, number: number, owner: Owner): Promise<Turn | null> {
  await mkdir(turnsFolder(folder), { recursive: true });
  const file = fileOf(folder, number);
  if (!(await createWhole(file, JSON.stringify(owner)))) return null;

  const all = await numbers(folder);
  if (Math.max(...all) !== number) {
    await unlink(file);
    return null;
  }
  await Promise.all(all.filter((old) => old < number - KEPT).map((old) => unlink(fileOf(folder, old)).catch(() => {})));
  return { number, file, owner };
}

export async function rewriteTurn(turn: Turn, owner: Owner): Promise<void> {
  const draft = draftBeside(turn.file);
  await writeFile(draft, JSON.stringify(owner));
  await rename(draft, turn.file);
}

/** A sign of life: changes with every heartbeat and every note of the owner. */
export async function signOf(turn: Turn): Promise<string> {
  const { mtimeMs, size, ino } = await stat(turn.file);
  return `${mtimeMs} ${size} ${ino}`;
}

async function numbers(folder: string): Promise<readonly number[]> {
  const names = await readdir(turnsFolder(folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.map((name) => Number(/^(\d+)\.json$/.exec(name)?.[1] ?? 0)).filter((number) => number > 0);
}

function fileOf(folder: string, number: number): string {
  return join(turnsFolder(folder), `${number}.json`);
}

function draftBeside(file: string): string {
  return `${file}.${process.pid}.${randomUUID()}`;
}

/** A link appears with its content or not at all. Some file systems know no links: there the file is whole a moment later. */
async function createWhole(file: string, text: string): Promise<boolean> {
  const draft = draftBeside(file);
  await writeFile(draft, text, { flush: true });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return await createExclusively(file, text);
  } finally {
    await unlink(draft);
  }
}

async function createExclusively(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
