import { AmplifyQueue, type Claim, type QueueRule } from '../../../domain/amplify/queue/queue.js';
import type { Conformity } from './conformity.js';

interface Log {
  readonly name: string;
  readonly cfg: {
    readonly groups: readonly { readonly id: string; readonly floor: number; readonly weight?: number }[];
    readonly R: number | null;
    readonly kappa: number;
    readonly K: number;
    readonly theta: number;
    readonly s: number;
    readonly M: number;
    readonly absentAccrual: boolean;
  };
  readonly ops: readonly Operation[];
}

type Operation = { readonly t: number } & (
  | {
      readonly op: 'submit';
      readonly person: string;
      readonly item: string;
      readonly claims: readonly { readonly g: string; readonly att: boolean }[];
    }
  | { readonly op: 'next'; readonly cost: number; readonly expect: Expected }
  | { readonly op: 'override'; readonly person: string; readonly cost: number; readonly expect: Expected }
);

interface Expected {
  readonly item: string | null;
  readonly person?: string;
  readonly reason?: string;
  readonly owed: Readonly<Record<string, number>>;
}

const MINUTE_MS = 60_000;

/** Plays every log through the queue. Each checked selection counts as one. */
export function run(fixtures: unknown): Conformity {
  const logs = logsIn(fixtures);
  const verdicts = logs.flatMap((log) => [...verdictsOn(log)]);
  const sentences = verdicts.filter((verdict) => verdict !== null);
  return { passed: verdicts.length - sentences.length, failed: sentences.length, sentences };
}

/** One sentence a selection that went otherwise, null for each that went as expected. */
function* verdictsOn({ name, cfg, ops }: Log): Generator<string | null> {
  const queue = new AmplifyQueue(ruleOf(cfg));
  for (const [step, op] of ops.entries()) {
    if (op.op === 'submit') {
      queue.submit(op.person, op.item, op.t * MINUTE_MS, op.claims.map(claimOf));
      continue;
    }
    const expected = op.expect;
    const got = { ...selected(queue, op), owed: owedIn(queue, cfg.groups) };
    const wrong = (['item', 'person', 'reason'] as const).filter(
      (field) => expected[field] !== undefined && expected[field] !== got[field],
    );
    const owing = cfg.groups.filter(({ id }) => expected.owed[id] !== got.owed[id]);
    const isAsExpected = wrong.length === 0 && owing.length === 0;
    yield isAsExpected
      ? null
      : `${name}, step ${step + 1}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`;
  }
}

function selected(queue: AmplifyQueue, op: Exclude<Operation, { op: 'submit' }>): Omit<Expected, 'owed'> {
  const chosen = op.op === 'next' ? queue.choose() : null;
  const person = op.op === 'override' ? op.person : chosen?.person;
  if (person === undefined || queue.readyOf(person) === null) return { item: null };
  const { item } = queue.serve(person, chosen?.lane ?? 'override', op.cost, op.t * MINUTE_MS);
  return { item, person, ...(chosen && { reason: chosen.reason }) };
}

function owedIn(queue: AmplifyQueue, groups: Log['cfg']['groups']): Record<string, number> {
  return Object.fromEntries(groups.map(({ id }) => [id, queue.owed(id)]));
}

function ruleOf({ groups, R, kappa, theta, K, s, M, absentAccrual }: Log['cfg']): QueueRule {
  return {
    groups: groups.map((group) => ({ ...group, floor: Math.round(group.floor * 10_000) })),
    every: R,
    newcomerGuard: kappa,
    owedFrom: theta,
    owedAtMost: K,
    selfDeclared: s,
    minutesPerTurn: M,
    absentAccrual,
  };
}

function claimOf({ g, att }: { readonly g: string; readonly att: boolean }): Claim {
  return { group: g, attested: att };
}

function logsIn(fixtures: unknown): readonly Log[] {
  if (!Array.isArray(fixtures) || fixtures.length === 0) throw new Error('is not a list of queue logs.');
  fixtures.forEach((log: unknown, index) => {
    if (!isLog(log)) throw new Error(`log ${index + 1} is not a queue log with name, cfg and ops.`);
  });
  return fixtures as readonly Log[];
}

function isLog(log: unknown): log is Log {
  if (typeof log !== 'object' || log === null) return false;
  const { name, cfg, ops } = log as Partial<Log>;
  return typeof name === 'string' && Array.isArray(cfg?.groups) && Array.isArray(ops) && ops.every(isOperation);
}

function isOperation(op: unknown): op is Operation {
  if (typeof op !== 'object' || op === null) return false;
  const { op: name, t, claims, expect, cost } = op as Record<string, unknown>;
  if (typeof t !== 'number') return false;
  if (name === 'submit') return Array.isArray(claims);
  return (name === 'next' || name === 'override') && typeof cost === 'number' && hasOwed(expect);
}

function hasOwed(expect: unknown): boolean {
  return typeof expect === 'object' && expect !== null && typeof (expect as Partial<Expected>).owed === 'object';
}
