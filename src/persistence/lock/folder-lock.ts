import { setTimeout as sleep } from 'node:timers/promises';
import { utimes } from 'node:fs/promises';
import { FolderInUse, FolderNotWritable } from './errors.js';
import type { Owner } from './owner.js';
import { standingOf, thisProcess } from './owner.js';
import type { Turn } from './turns.js';
import { latestTurn, makeTurn, rewriteTurn, signOf } from './turns.js';

export interface FolderLock {
  readonly folder: string;
  /** Writes down where the server of this process is found. */
  note(more: { readonly port: number }): Promise<void>;
  release(): Promise<void>;
}

export interface LockOptions {
  /** How long an owner that cannot be asked (another machine or container) may go without a heartbeat, ms. */
  readonly patienceMs?: number;
  /** How long a file that was cut short is given to become whole, ms. */
  readonly repairMs?: number;
}

const HEARTBEAT_MS = 1_000;
const LOOK_MS = 50;

/**
 * Takes the folder for this process alone, making it where it is missing. A dead owner’s lock is taken over at once, by
 * exactly one of all who try. Throws FolderInUse or FolderNotWritable.
 */
export async function lockFolder(folder: string, options: LockOptions = {}): Promise<FolderLock> {
  try {
    const turn = await nextTurn(folder, options);
    return held(folder, turn);
  } catch (error) {
    throw isNotWritable(error) ? new FolderNotWritable(folder, error) : error;
  }
}

/** Who has the folder open, so that tools can find the running server; null when nobody does. */
export async function readLock(folder: string): Promise<Owner | null> {
  const turn = await latestTurn(folder);
  return turn?.owner && standingOf(turn.owner) !== 'gone' ? turn.owner : null;
}

async function nextTurn(folder: string, options: LockOptions): Promise<Turn> {
  for (;;) {
    const last = await latestTurn(folder);
    if (last && !(await isOver(last, options))) throw new FolderInUse(folder, last.owner);

    const mine = await makeTurn(folder, (last?.number ?? 0) + 1, thisProcess());
    if (mine) return mine;
  }
}

async function isOver(turn: Turn, { patienceMs = 10_000, repairMs = 500 }: LockOptions): Promise<boolean> {
  if (!turn.owner) return isSilent(turn, repairMs);

  const standing = standingOf(turn.owner);
  return standing === 'unknown' ? isSilent(turn, patienceMs) : standing === 'gone';
}

/** Clocks of two machines differ, so what counts is whether the sign of life changes while we watch. */
async function isSilent(turn: Turn, forMs: number): Promise<boolean> {
  const first = await signOf(turn);
  for (let waited = 0; waited < forMs; waited += LOOK_MS) {
    await sleep(LOOK_MS);
    if ((await signOf(turn)) !== first) return false;
  }
  return true;
}

function held(folder: string, turn: Turn): FolderLock {
  let owner = turn.owner ?? thisProcess();
  const beat = setInterval(() => {
    const now = new Date();
    utimes(turn.file, now, now).catch(() => {}); // a missed beat is made good by the next
  }, HEARTBEAT_MS);
  beat.unref();

  return {
    folder,
    note: async ({ port }) => {
      owner = { ...owner, port };
      await rewriteTurn(turn, owner);
    },
    release: async () => {
      clearInterval(beat);
      await rewriteTurn(turn, { ...owner, released: true });
    },
  };
}

const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST', 'ENOENT']);

function isNotWritable(error: unknown): error is NodeJS.ErrnoException {
  return NOT_WRITABLE.has((error as Partial<NodeJS.ErrnoException> | null)?.code ?? '');
}
