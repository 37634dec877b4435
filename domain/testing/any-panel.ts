import * as fc from 'fast-check';
import { decide } from '../panel/decide/index.js';
import type { Entry, RecordEvent } from '../panel/events.js';
import { evolve, initialState } from '../panel/evolve.js';
import { HOUSE_RULES } from '../panel/house-rules.js';
import type { ActType } from '../panel/intents.js';
import { isRecordEvent, journalOf } from '../panel/journals.js';
import { openAppeal } from '../panel/looks.js';
import type { Outcome } from '../panel/outcome.js';
import { holds, POLICY } from '../panel/policy.js';
import { PanelQueues } from '../panel/queues/panel-queues.js';
import { SYSTEM, type Actor, type SeatId } from '../panel/roles.js';
import type { Item, PanelState } from '../panel/state.js';
import { intentOf, NOON, type Told } from './given.js';
import {
  host,
  interpreter,
  moderator,
  observer,
  otherModerator,
  otherParticipant,
  owner,
  panellist,
  participant,
  passerBy,
} from './people.js';

/** Somebody tries something. `who`, `a` and `b` choose among the people and what there is at that moment. */
export interface Attempt {
  readonly type: ActType;
  readonly who: number;
  readonly a: number;
  readonly b: number;
  readonly wait: number;
}

export interface Step {
  readonly told: Told;
  readonly actor: Actor;
  readonly before: PanelState;
  readonly after: PanelState;
  readonly outcome: Outcome;
  readonly at: number;
  /** Both journals as they stand after this step, erased bodies null. */
  readonly entries: readonly Entry[];
}

const TYPES = Object.keys(POLICY) as ActType[];
const DECIDING: readonly ActType[] = ['publish', 'publish', 'decline', 'decline', 'askToRevise'];
const AFTERWARDS: readonly ActType[] = ['undoDecision', 'reverseDecision', 'redact', 'resubmit', 'withdraw'];
const HOSTING: readonly ActType[] = ['pose', 'pose', 'answer', 'markAnswered', 'reopenQuestion'];
const TREATING: readonly ActType[] = [
  'appeal',
  'appeal',
  'answerAppeal',
  'answerAppeal',
  'noteItem',
  'recuse',
  'undoMany',
];
const MERGING: readonly ActType[] = ['proposeMerge', 'proposeMerge', 'answerMerge', 'answerMerge', 'unmerge'];
const APART: readonly ActType[] = ['recuse', 'pin', 'unpin', 'unpose'];
const FLOOR: readonly ActType[] = [
  ...(['askToSpeak', 'askToSpeak', 'giveFloor', 'endSpeech'] as const),
  ...(['leaveFloor', 'yieldFloor', 'declineRequest'] as const),
];
const SELDOM: readonly ActType[] = [
  'closePanel',
  'archivePanel',
  'pausePanel',
  'holdEverything',
  'setRules',
  'closeThread',
];
const EVERYBODY = [
  owner,
  host,
  moderator,
  otherModerator,
  panellist,
  interpreter,
  participant,
  otherParticipant,
  observer,
  passerBy,
];
const MODES = ['before', 'after', 'trusted'] as const;
const TREATMENTS = [
  { secondLook: 'off', differ: 'publish', screening: [] },
  { secondLook: 'on', differ: 'publish', screening: ['links', 'repeats', 'words'] },
  { secondLook: 'on', differ: 'third', screening: ['newcomers'] },
] as const;
const KINDS = ['question', 'comment', 'reply', 'reply'] as const;
const SPEECHES = ['topic', 'topic', 'reply', 'order'] as const;
const CHOICES = ['agree', 'pass', 'disagree'] as const;
const LANGS = ['en', 'kk', 'zh-hant', 'not a tag'];

/** Weighted so that the desk has much to decide and the panel seldom closes early; `often` more of these. */
export function anyAttempts(often: readonly ActType[] = []): fc.Arbitrary<readonly Attempt[]> {
  const type = fc.oneof(
    { weight: 6, arbitrary: fc.constant<ActType>('submit') },
    { weight: 5, arbitrary: fc.constantFrom<ActType>('takeNext', 'take') },
    { weight: 8, arbitrary: fc.constantFrom(...DECIDING) },
    { weight: 6, arbitrary: fc.constantFrom(...AFTERWARDS) },
    { weight: 2, arbitrary: fc.constantFrom(...HOSTING) },
    { weight: 3, arbitrary: fc.constantFrom(...FLOOR) },
    { weight: 5, arbitrary: fc.constantFrom(...TREATING) },
    { weight: 6, arbitrary: fc.constantFrom(...MERGING) },
    { weight: 2, arbitrary: fc.constantFrom(...APART) },
    { weight: 9, arbitrary: fc.constantFrom(...TYPES.filter((one) => !SELDOM.includes(one))) },
    { weight: often.length * 3, arbitrary: fc.constantFrom<ActType>(...often, 'submit') },
    { weight: 1, arbitrary: fc.constantFrom<ActType>(...SELDOM, 'resumePanel', 'resumePanel', 'reopenThread') },
  );
  const wait = fc.oneof(fc.constant(0), fc.nat(4_000), fc.nat(4_000), fc.nat(150_000));
  const attempt = fc.record({ type, who: fc.nat(997), a: fc.nat(997), b: fc.nat(997), wait });
  return fc.array(attempt, { minLength: 20, maxLength: 140, size: 'max' });
}

/** Lets everybody try on a panel that has just opened in one of the three modes, one after the other. */
export function* runThrough(attempts: readonly Attempt[], mode: number): Generator<Step> {
  let panel = initialState;
  let entries: readonly Entry[] = [];
  let at = NOON;
  const queues = new PanelQueues(() => []);

  const opening: readonly Told[] = [
    { type: 'draftPanel', forumId: 'forum', title: 'Water', rules: HOUSE_RULES.slice(0, 3) },
    { type: 'openPanel' },
    { type: 'openThread', title: 'Wells' },
    { type: 'setFloor', open: true },
    { type: 'setPublication', mode: MODES[mode % 3] ?? 'before', trustedAfter: 1 },
    { type: 'setTreatment', ...pick(TREATMENTS, mode + attempts.length) },
  ];
  const asked = [
    ...opening.map((told) => ({ wait: 0, choose: () => [host, told] as const })),
    ...attempts.map((one, i) => ({ wait: one.wait, choose: () => choose(panel, one, `n${i}x`) })),
  ];

  for (const [i, { wait, choose: chosen }] of asked.entries()) {
    at += wait;
    const before = panel;
    const [actor, told] = chosen();
    const outcome = decide(before, intentOf(told), { actor, at, queues, newId: `id-${i}` });
    if (outcome.ok) {
      for (const event of outcome.events) {
        const journal = journalOf(event);
        const entry = { journal, seq: panel[journal].seq + 1, panelSeq: entries.length + 1, at, event };
        panel = evolve(panel, entry);
        queues.apply(entry);
        entries = [...entries, entry];
      }
      entries = entries.map((entry) => erased(entry, outcome.erase));
    }
    yield { told, actor, before, after: panel, outcome, at, entries };
  }
}

/** As the log erases: whatever the record says in words of these contributions. */
function erased(entry: Entry, ids: readonly string[]): Entry {
  const { event } = entry;
  if (!isRecordEvent(event) || !('body' in event) || !('contributionId' in event)) return entry;
  return ids.includes(event.contributionId) ? { ...entry, event: { ...event, body: null } as RecordEvent } : entry;
}

/** Three times in four somebody whom it suits, and something it suits; else anybody, and anything. */
function choose(panel: PanelState, attempt: Attempt, mark: string): readonly [Actor, Told] {
  const { type, who, a } = attempt;
  const suited = who % 4 > 0;
  if (suited && (type === 'leaveFloor' || type === 'yieldFloor')) {
    const waiting = [...panel.docket.requests.values()].filter(({ state }) => state === 'waiting');
    const one = waiting.length > 0 ? pick(waiting, a) : undefined;
    const author = EVERYBODY.find(({ seat }) => seat !== null && seat === one?.author);
    if (one && author) return [author, { type, requestId: one.id }];
  }
  const may = (actor: Actor) => actor.seat !== null && holds(actor, POLICY[type].roles);
  const allowed = type === 'screen' ? [SYSTEM] : EVERYBODY.filter(may);
  const items = [...panel.docket.items.values()].toSorted((x, y) => (x.id < y.id ? -1 : 1));
  const suiting = items.filter((item) => suits(type, item, panel));
  if (!suited || suiting.length === 0) {
    return [
      pick(suited ? allowed : EVERYBODY, who),
      told(panel, attempt, pick([...items, null], a)?.id ?? 'none', mark),
    ];
  }

  const item = pick(suiting, a);
  const fitting = allowed.filter((actor) => actor.seat === seatFor(type, item, who));
  return [pick(fitting.length > 0 ? fitting : allowed, who), told(panel, attempt, item.id, mark)];
}

function suits(type: ActType, item: Item, { record }: PanelState): boolean {
  const { id, standing, lease } = item;
  switch (type) {
    case 'appeal':
      return standing === 'declined' || standing === 'redacted' || standing === 'revise';
    case 'answerAppeal':
      return lease !== null && openAppeal(item) !== null;
    case 'edit':
      return standing === 'waiting' && !lease;
    case 'withdraw':
      return standing === 'waiting' || standing === 'revise';
    case 'resubmit':
      return standing === 'revise';
    case 'take':
      return !lease && (standing === 'waiting' || standing === 'review' || openAppeal(item) !== null);
    case 'publish':
    case 'decline':
    case 'askToRevise':
    case 'renewLease':
    case 'release':
    case 'escalate':
    case 'noteItem':
    case 'recuse':
      return lease !== null;
    case 'answerMerge':
      return item.mergeInto !== undefined;
    case 'unmerge':
      return record.contributions.get(id)?.mergedInto !== undefined;
    case 'unpin':
      return record.pinned.includes(id);
    case 'undoDecision':
    case 'reverseDecision':
      return standing === 'published' || standing === 'declined' || standing === 'redacted' || standing === 'revise';
    case 'unpose':
    case 'answer':
    case 'markAnswered':
      return record.posed.some(({ contributionId }) => contributionId === id);
    case 'reopenQuestion':
      return record.posed.some(({ contributionId, answered }) => contributionId === id && answered !== null);
    default:
      return standing === 'published' || standing === 'review';
  }
}

const OWN: readonly ActType[] = ['edit', 'withdraw', 'resubmit', 'appeal', 'answerMerge'];

function seatFor(type: ActType, { author, lease, decisions }: Item, who: number): SeatId | null {
  if (OWN.includes(type)) return author;
  if (type === 'undoDecision') return decisions.findLast(({ undone }) => !undone)?.by ?? null;
  return who % 8 === 0 ? null : (lease?.by ?? null);
}

/** `mark` makes every text the only one of its kind. */
function told(panel: PanelState, { type, a, b }: Attempt, contributionId: string, mark: string): Told {
  const { record, docket } = panel;
  const proposed = [...docket.proposals.keys()];
  const threads = [...record.threads.keys()];
  const deciding = type === 'acceptThread' || type === 'declineThread';
  const threadId = pick(
    a % 17 === 0 ? ['none'] : deciding ? [...proposed, 'none'] : [...threads, 'none', ...threads],
    a,
  );
  const ruleId =
    b % 17 === 0 ? 'none' : pick([...record.rules.map(({ id }) => id), 'none'], b % Math.max(1, record.rules.length));
  const text = b % 19 === 0 ? ' ' : `says-${mark}`;
  const note = b % 23 === 0 ? '\0' : 'Please look at the rule';
  const lang = LANGS[b % 13] ?? 'en';
  const title = `thread-${mark}`;

  switch (type) {
    case 'draftPanel':
      return { type, forumId: 'forum', title };
    case 'amendPanel':
    case 'openThread':
    case 'proposeThread':
      return { type, title };
    case 'schedulePanel':
      return { type, startsAt: a, endsAt: b };
    case 'setPublication':
      return { type, mode: pick(MODES, a), trustedAfter: b % 4 };
    case 'setSlowMode':
      return { type, seconds: b % 5 };
    case 'setQueue':
      return { type, every: a % 6, minutesPerTurn: b % 40 };
    case 'setRules':
      return { type, rules: HOUSE_RULES.slice(a % 3, b % 8) };
    case 'acceptThread':
    case 'closeThread':
    case 'reopenThread':
      return { type, threadId };
    case 'declineThread':
      return { type, threadId, ruleId, note };
    case 'renameThread':
      return { type, threadId, title };
    case 'submit': {
      const kind = pick(KINDS, a);
      const parentId = pick([...record.contributions.keys(), 'unknown'], b);
      const said = { type, threadId, kind, text, lang, ...(b % 4 === 0 && { attribution: 'role' as const }) };
      return kind === 'reply' ? { ...said, parentId } : said;
    }
    case 'edit':
    case 'resubmit':
      return { type, contributionId, text };
    case 'answer':
    case 'render':
      return { type, contributionId, text, lang };
    case 'decline':
    case 'redact':
      return { type, contributionId, ruleId, note };
    case 'askToRevise':
      return b % 2 === 0 ? { type, contributionId, note } : { type, contributionId, note, ruleId };
    case 'reverseDecision':
      return { type, contributionId, note, ruleId, verdict: b % 2 === 0 ? 'publish' : 'decline' };
    case 'pose':
      return { type, contributionId, respondents: ['panellist'], answerBy: b % 3 === 0 ? 0 : NOON * 2 };
    case 'escalate':
      return { type, contributionId, note };
    case 'takeNext':
      return a % 3 === 0 ? { type, passing: [...docket.leased.keys()] } : { type };
    case 'setTreatment':
      return { type, ...pick(TREATMENTS, a) };
    case 'appeal':
    case 'noteItem':
      return { type, contributionId, note };
    case 'answerAppeal': {
      const outcome = pick(['confirmed', 'modified', 'overturned'] as const, a);
      return { type, contributionId, outcome, answer: note, ...(b % 3 === 0 && { ruleId }) };
    }
    case 'decideMany': {
      const verdict = b % 2 === 0 ? 'publish' : 'decline';
      const contributionIds = a % 9 === 0 ? [] : [contributionId, ...docket.waiting.keys()].slice(0, 4);
      return { type, contributionIds, verdict, ruleId, note };
    }
    case 'undoMany':
      return { type, bulk: pick([...bulksIn(panel), 'none'], a), ...(b % 3 > 0 && { ruleId, note }) };
    case 'screen': {
      const edits = (docket.items.get(contributionId)?.earlier.length ?? 0) + Number(b % 5 === 0);
      return { type, contributionId, labels: pick([[], ['spam'], ['no label']], b), hold: a % 2 === 0, edits };
    }
    case 'proposeMerge':
      return { type, contributionId, into: pick([...alike(panel, contributionId), 'unknown'], b) };
    case 'answerMerge':
      return { type, contributionId, consents: b % 4 > 0 };
    case 'castVote':
      return { type, contributionId, choice: pick(CHOICES, b) };
    case 'setFloor':
      return { type, open: b % 4 > 0, slotSeconds: 60 + (a % 3) * 60 };
    case 'askToSpeak':
      return { type, kind: pick(SPEECHES, b), ...(a % 3 === 0 && { threadId }), ...(a % 5 === 0 && { note: text }) };
    case 'leaveFloor':
    case 'yieldFloor':
      return { type, requestId: pick([...docket.requests.keys(), 'none'], a) };
    case 'declineRequest': {
      const ruleId = pick([...record.rules.map(({ id }) => id), 'none'], b);
      return { type, requestId: pick([...docket.requests.keys(), 'none'], a), ruleId, note: text };
    }
    case 'giveFloor': {
      const after = a % 7 === 0 ? 'none' : (record.floor.speaking?.requestId ?? null);
      return { type, after, ...(b % 3 === 0 && { requestId: pick([...docket.requests.keys(), 'none'], a) }) };
    }
    case 'endSpeech':
      return { type, requestId: a % 7 === 0 ? 'none' : (record.floor.speaking?.requestId ?? 'none') };
    case 'withdraw':
    case 'take':
    case 'renewLease':
    case 'release':
    case 'publish':
    case 'undoDecision':
    case 'recuse':
    case 'unpose':
    case 'markAnswered':
    case 'reopenQuestion':
    case 'pin':
    case 'unpin':
    case 'unmerge':
      return { type, contributionId };
    default:
      return { type };
  }
}

function bulksIn({ docket }: PanelState): readonly string[] {
  const words = [...docket.items.values()].flatMap(({ looks, decisions }) => [...looks, ...decisions]);
  return [...new Set(words.flatMap(({ bulk }) => bulk ?? []))];
}

function pick<T>(among: readonly T[], n: number): T {
  return among[n % among.length] as T;
}

/** Others of its kind, which it could be merged into. */
function alike({ record }: PanelState, id: string): readonly string[] {
  const kind = record.contributions.get(id)?.kind;
  return [...record.contributions.values()].filter((one) => one.kind === kind && one.id !== id).map((one) => one.id);
}
