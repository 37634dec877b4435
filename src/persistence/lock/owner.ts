import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** The process that took a folder, as it wrote itself down. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  /** The boot and the process namespace in which `pid` means something; empty where the system does not say. */
  readonly place: string;
  /** When the process started, in the system’s own ticks, so that a reused pid is told apart; null where unknown. */
  readonly started: string | null;
  /** Since when it holds the folder, ISO 8601. */
  readonly since: string;
  /** The port its server listens on, once it does. */
  readonly port?: number;
  /** Present once it gave the folder back. */
  readonly released?: true;
}

export function thisProcess(): Owner {
  return {
    pid: process.pid,
    host: hostname(),
    place: placeHere(),
    started: processStat(process.pid)?.started ?? null,
    since: new Date().toISOString(),
  };
}

/** null for a file that was cut short or is not ours. */
export function parseOwner(text: string): Owner | null {
  try {
    const owner = JSON.parse(text) as Partial<Owner> | null;
    if (!owner || !Number.isInteger(owner.pid) || (owner.pid ?? 0) < 1) return null;
    if (typeof owner.host !== 'string' || typeof owner.place !== 'string') return null;
    return owner as Owner;
  } catch {
    return null;
  }
}

/** `unknown`: a process elsewhere (another machine or container on the same files), or a pid that may have been reused. */
export function standingOf(owner: Owner): 'alive' | 'gone' | 'unknown' {
  if (owner.released) return 'gone';
  if (owner.host !== hostname() || owner.place !== placeHere()) return 'unknown';
  if (!answersSignals(owner.pid)) return 'gone';

  const now = processStat(owner.pid);
  if (!now || owner.started === null) return 'unknown';
  return now.started === owner.started && !now.dead ? 'alive' : 'gone';
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function placeHere(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

/** From Linux’ /proc/PID/stat: fields 3 (state) and 22 (start), counted after the name, which may hold anything. */
function processStat(pid: number): { readonly started: string; readonly dead: boolean } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    return state && started ? { started, dead: state === 'Z' || state === 'X' } : null;
  } catch {
    return null;
  }
}
