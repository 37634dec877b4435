import * as fc from 'fast-check';
import { decide } from '../panel/decide/index.js';
import type { Entry, RecordEvent } from '../panel/events.js';
import { evolve, initialState } from '../panel/evolve.js';
import { HOUSE_RULES } from '../panel/house-rules.js';
import type { IntentType } from '../panel/intents.js';
import { isRecordEvent, journalOf } from '../panel/journals.js';
import type { Outcome } from '../panel/outcome.js';
import { POLICY } from '../panel/policy.js';
import type { Actor } from '../panel/roles.js';
import type { PanelState } from '../panel/state.js';
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

/** Somebody tries something. `a` and `b` choose among what there is at that moment. */
export interface Attempt {
  readonly type: IntentType;
  readonly actor: Actor;
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

const TYPES = Object.keys(POLICY) as IntentType[];
const OFTEN: readonly IntentType[] = [
  'submit',
  'submit',
  'takeNext',
  'publish',
  'decline',
  'askToRevise',
  'undoDecision',
];
const SELDOM: readonly IntentType[] = ['closePanel', 'archivePanel', 'pausePanel', 'setRules', 'closeThread'];
const DESK = [moderator, otherModerator, host];
const ACTORS = [owner, panellist, interpreter, participant, otherParticipant, observer, passerBy, ...DESK, ...DESK];
const MODES = ['before', 'after', 'trusted'] as const;
const KINDS = ['question', 'comment', 'reply', 'reply'] as const;
const CHOICES = ['agree', 'pass', 'disagree'] as const;
const LANGS = ['en', 'kk', 'zh-hant', 'not a tag'];

export function anyAttempts(): fc.Arbitrary<readonly Attempt[]> {
  const type = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...OFTEN) },
    { weight: 5, arbitrary: fc.constantFrom(...TYPES.filter((one) => !SELDOM.includes(one))) },
    { weight: 1, arbitrary: fc.constantFrom(...SELDOM, 'resumePanel' as const, 'reopenThread' as const) },
  );
  const attempt = fc.record({
    type,
    actor: fc.constantFrom(...ACTORS),
    a: fc.nat(997),
    b: fc.nat(997),
    wait: fc.oneof(fc.constant(0), fc.nat(4_000), fc.nat(150_000)),
  });
  return fc.array(attempt, { minLength: 20, maxLength: 160, size: 'max' });
}

/** Lets everybody try on a panel that has just opened in one of the three modes, one after the other. */
export function* runThrough(attempts: readonly Attempt[], mode: number): Generator<Step> {
  let panel = initialState;
  let entries: readonly Entry[] = [];
  let at = NOON;

  const opening: readonly Told[] = [
    { type: 'draftPanel', forumId: 'forum', title: 'Water', rules: HOUSE_RULES.slice(0, 3) },
    { type: 'openPanel' },
    { type: 'openThread', title: 'Wells' },
    { type: 'setPublication', mode: MODES[mode % 3] ?? 'before', trustedAfter: 1 },
  ];
  const asked = [
    ...opening.map((told) => ({ actor: host, wait: 0, choose: () => told })),
    ...attempts.map((one, i) => ({ ...one, choose: () => choose(panel, one, `n${i}x`) })),
  ];

  for (const [i, { actor, wait, choose: chosen }] of asked.entries()) {
    at += wait;
    const before = panel;
    const told = chosen();
    const outcome = decide(before, intentOf(told), { actor, at, newId: `id-${i}` });
    if (outcome.ok) {
      for (const event of outcome.events) {
        const journal = journalOf(event);
        const entry = { journal, seq: panel[journal].seq + 1, panelSeq: entries.length + 1, at, event };
        panel = evolve(panel, entry);
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

/** `mark` makes every text the only one of its kind. */
function choose(panel: PanelState, { type, actor, a, b }: Attempt, mark: string): Told {
  const { record, docket } = panel;
  const ids = [...docket.items.keys()].toSorted();
  const held = [...docket.leased.keys()].filter((id) => docket.items.get(id)?.lease?.by === actor.seat);
  const own = actor.seat === null ? [] : (docket.authors.get(actor.seat)?.items ?? []);
  const contributionId = pick([...held, ...held, ...own, ...ids, 'unknown'], a);
  const threadId = pick([...record.threads.keys(), ...record.threads.keys(), ...docket.proposals.keys(), 'unknown'], a);
  const ruleId = pick([...record.rules.map(({ id }) => id), ...record.rules.map(({ id }) => id), 'unknown'], b);
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
      return kind === 'reply' ? { type, threadId, kind, text, lang, parentId } : { type, threadId, kind, text, lang };
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
    case 'castVote':
      return { type, contributionId, choice: pick(CHOICES, b) };
    case 'withdraw':
    case 'take':
    case 'renewLease':
    case 'release':
    case 'publish':
    case 'undoDecision':
    case 'unpose':
    case 'markAnswered':
    case 'reopenQuestion':
    case 'pin':
    case 'unpin':
      return { type, contributionId };
    default:
      return { type };
  }
}

function pick<T>(among: readonly T[], n: number): T {
  return among[n % among.length] as T;
}
