import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { RecordPage } from '../../domain/wire/views.js';
import { evolveRecord, initialRecord } from '../../domain/panel/evolve.js';
import { type Seen, seenIn } from '../../src/cli/polis/compare.js';

/** A conversation of eight comments and twenty-one votes. */
export const WELL = join('test', 'fixtures', 'polis', 'village-well');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a built command of this project to its end. */
export async function run(
  command: 'import' | 'crowd' | 'conform' | 'trace' | 'simulate',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [`dist/src/cli/${command}.js`, ...args], {
    env: { ...inherited, DATABASE_URL: '', KURULTAI_OPERATOR_KEY: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

/** The one line of a command that ended well. */
export function told({ code, stdout, stderr }: Ran): Record<string, unknown> & { readonly panelId: string } {
  const lines = stdout.split('\n');
  if (code !== 0 || lines.length !== 2 || lines[1] !== '') {
    throw new Error(`It ended with ${code}.\n${stdout}\n${stderr}`);
  }
  return JSON.parse(lines[0] ?? '') as Record<string, unknown> & { panelId: string };
}

/** What a reader of a panel sees of its contributions. */
export async function seenAt(url: string, panelId: string): Promise<Seen> {
  let record = initialRecord;
  const names = new Map<string, string>();
  for (;;) {
    const response = await fetch(`${url}/api/panels/${panelId}/record?after=${record.seq}`);
    if (!response.ok) throw new Error(`The record of ${panelId}: ${response.status}`);
    const { entries, people } = (await response.json()) as RecordPage;
    for (const [seat, { name }] of Object.entries(people)) names.set(seat, name);
    record = entries.reduce(evolveRecord, record);
    if (entries.length === 0) return seenIn(record, (seat) => names.get(seat) ?? 'nobody');
  }
}
