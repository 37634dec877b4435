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
const NEEDED = 'name, cfg (groups, R, kappa, K, theta, s, M, absentAccrual) and ops';

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
    if (!isLog(log)) throw new Error(`log ${index + 1} is no queue log: it needs ${NEEDED}.`);
  });
  return fixtures as readonly Log[];
}

function isLog(log: unknown): log is Log {
  if (!isObject(log)) return false;
  const { name, cfg, ops } = log;
  return typeof name === 'string' && isRule(cfg) && Array.isArray(ops) && ops.every(isOperation);
}

function isRule(cfg: unknown): cfg is Log['cfg'] {
  if (!isObject(cfg) || !Array.isArray(cfg['groups']) || !cfg['groups'].every(isGroup)) return false;
  const { R, absentAccrual } = cfg;
  const isEvery = R === null || (Number.isSafeInteger(R) && Number(R) >= 1);
  return (
    isEvery && typeof absentAccrual === 'boolean' && ['kappa', 'K', 'theta', 's', 'M'].every((key) => isCount(cfg[key]))
  );
}

function isGroup(group: unknown): boolean {
  return (
    isObject(group) &&
    typeof group['id'] === 'string' &&
    isCount(group['floor']) &&
    (group['weight'] === undefined || isCount(group['weight']))
  );
}

function isOperation(op: unknown): op is Operation {
  if (!isObject(op) || typeof op['t'] !== 'number') return false;
  const { op: name, person, item, claims, expect, cost } = op;
  if (name === 'submit') {
    return typeof person === 'string' && typeof item === 'string' && Array.isArray(claims) && claims.every(isClaim);
  }
  if (name !== 'next' && !(name === 'override' && typeof person === 'string')) return false;
  return isCount(cost) && isObject(expect) && isObject(expect['owed']);
}

function isClaim(claim: unknown): boolean {
  return isObject(claim) && typeof claim['g'] === 'string' && typeof claim['att'] === 'boolean';
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
