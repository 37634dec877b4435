import * as fc from 'fast-check';
import type { Entry, PanelEvent, Verdict } from '../panel/events.js';
import { evolve, initialState } from '../panel/evolve.js';
import { journalOf } from '../panel/journals.js';
import { openAppeal } from '../panel/looks.js';
import { shownWords } from '../panel/shown.js';
import type { Item, PanelState, SpeechRequest } from '../panel/state.js';

/** Seats carry a mark that must never turn up where people are not named. */
export const AUTHOR_MARK = 'seat-of-author';
export const AUTHORS = [1, 2, 3, 4].map((n) => `${AUTHOR_MARK}-${n}`);
export const MODERATORS = ['desk-1', 'desk-2', 'desk-3'];
export const START = 1_700_000_000_000;

interface Move {
  readonly name: keyof typeof MOVES;
  readonly a: number;
  readonly b: number;
  readonly wait: number;
}

/** What can happen in a panel where every intent was decided properly. Entries of both journals, in order of folding. */
export function lawfulHistory(maxLength = 120): fc.Arbitrary<readonly Entry[]> {
  const move = fc.record({
    name: fc.constantFrom(...NAMES),
    a: fc.nat(1000),
    b: fc.nat(1000),
    wait: fc.oneof(fc.constant(0), fc.nat(20_000)),
  });
  return fc.array(move, { maxLength, size: 'max' }).map(told);
}

/** Entries of any content in any order: unknown types, repeated ids, erased bodies, things that never were. */
export function anyHistory(maxLength = 60): fc.Arbitrary<readonly Entry[]> {
  const event = fc.oneof({ weight: 9, arbitrary: anyEvent }, { weight: 1, arbitrary: unknownEvent });
  return fc.array(fc.tuple(event, fc.nat(5_000)), { maxLength }).map((events) => {
    const history = writer();
    for (const [one, wait] of events) history.add([one], wait);
    return history.entries;
  });
}

function told(moves: readonly Move[]): readonly Entry[] {
  const history = writer();
  history.add([
    { type: 'PanelDrafted', forumId: 'f', title: 'Water', description: '', languages: ['en'], rules: [RULE] },
    { type: 'PanelOpened' },
    { type: 'ThreadOpened', threadId: 't0', body: { title: 'Rivers', lang: 'en', author: 'host-1' } },
  ]);
  for (const [n, { name, a, b, wait }] of moves.entries()) {
    history.add(MOVES[name]({ panel: history.panel, a, b, n, at: history.at + wait }), wait);
  }
  return history.entries;
}

function writer() {
  const entries: Entry[] = [];
  const seq = { record: 0, docket: 0 };
  let panel = initialState;
  let at = START;
  return {
    entries,
    get panel() {
      return panel;
    },
    get at() {
      return at;
    },
    add(events: readonly PanelEvent[], wait = 0) {
      at += wait;
      for (const event of events) {
        const journal = journalOf(event);
        const entry: Entry = { journal, seq: ++seq[journal], panelSeq: entries.length + 1, at, event };
        entries.push(entry);
        panel = evolve(panel, entry);
      }
    },
  };
}

interface Scene {
  readonly panel: PanelState;
  readonly a: number;
  readonly b: number;
  readonly n: number;
  readonly at: number;
}

const RULE = { id: 'r1', title: 'On topic', text: 'Speak to the subject.' };

const MOVES = {
  openThread: ({ n, a }: Scene): PanelEvent[] => [
    {
      type: 'ThreadOpened',
      threadId: `t${n + 1}`,
      body: { title: `Thread ${n}`, lang: 'kk', author: among(AUTHORS, a) },
    },
  ],
  renameThread: ({ panel, a, n }: Scene): PanelEvent[] =>
    threads(panel, a).map((threadId) => ({ type: 'ThreadRenamed', threadId, body: { title: `Renamed ${n}` } })),
  closeThread: ({ panel, a }: Scene): PanelEvent[] =>
    threads(panel, a).map((threadId) => ({ type: 'ThreadClosed', threadId })),
  reopenThread: ({ panel, a }: Scene): PanelEvent[] =>
    threads(panel, a).map((threadId) => ({ type: 'ThreadReopened', threadId })),
  pauseAndResume: ({ a }: Scene): PanelEvent[] =>
    a % 2 === 0 ? [{ type: 'PanelPaused', reason: 'A break.' }] : [{ type: 'PanelResumed' }],
  amend: ({ a }: Scene): PanelEvent[] =>
    a % 2 === 0 ? [{ type: 'PanelAmended', title: `Water ${a}` }] : [{ type: 'SlowModeSet', seconds: a }],

  submit,
  submitMore: submit,
  submitEvenMore: submit,
  edit: ({ panel, a, n }: Scene): PanelEvent[] =>
    items(panel, a, 'waiting').map(({ id }) => ({
      type: 'Edited',
      contributionId: id,
      ...(n % 3 === 0 && { anew: true }),
      body: { text: `edited ${n}`, lang: 'en' },
    })),
  withdraw: ({ panel, a }: Scene): PanelEvent[] =>
    items(panel, a, 'waiting', 'revise').map(({ id }) => ({ type: 'Withdrawn', contributionId: id })),
  lapse: ({ panel, a, b }: Scene): PanelEvent[] =>
    b % 4 > 0
      ? []
      : items(panel, a, 'waiting', 'review', 'revise', 'redacted').map(({ id }) => ({
          type: 'Lapsed',
          contributionId: id,
        })),
  resubmit: ({ panel, a, n }: Scene): PanelEvent[] =>
    items(panel, a, 'revise').map(({ id }) => ({
      type: 'Resubmitted',
      contributionId: id,
      body: { text: `resubmitted ${n}`, lang: 'en' },
    })),

  take: ({ panel, a, b, at }: Scene): PanelEvent[] =>
    items(panel, a, 'waiting', 'review').map(({ id }) => ({
      type: 'Taken',
      contributionId: id,
      by: among(MODERATORS, b),
      until: at + 30_000,
    })),
  release: ({ panel, a }: Scene): PanelEvent[] =>
    items(panel, a, 'waiting', 'review')
      .filter(({ lease }) => lease)
      .map(({ id }) => ({ type: 'Released', contributionId: id })),
  escalate: ({ panel, a, n }: Scene): PanelEvent[] =>
    items(panel, a, 'waiting', 'review').flatMap(({ id, lease, escalation }) =>
      lease && !escalation
        ? [{ type: 'Escalated', contributionId: id, by: lease.by, body: { note: `Over to you ${n}` } }]
        : [],
    ),
  publish: (scene: Scene) => decision(scene, 'publish'),
  decline: (scene: Scene) => decision(scene, 'decline'),
  revise: (scene: Scene) => decision(scene, 'revise'),
  redact: ({ panel, a, b }: Scene): PanelEvent[] =>
    items(panel, a, 'published').flatMap((item) => [decided(item, 'redact', b), redaction(item, 'rule')]),
  look: ({ panel, a, b, n }: Scene): PanelEvent[] =>
    items(panel, a, 'waiting', 'review').map(({ id }) => ({
      type: 'Looked',
      contributionId: id,
      by: among(MODERATORS, b),
      verdict: a % 3 === 0 ? 'publish' : 'decline',
      rule: a % 3 === 0 ? null : RULE,
      body: { note: `Looked ${n}.` },
    })),
  appeal: ({ panel, a, n }: Scene): PanelEvent[] =>
    items(panel, a, 'declined', 'redacted', 'revise').map(({ id }) => ({
      type: 'Appealed',
      contributionId: id,
      body: a % 2 === 0 ? null : { note: `appealed ${n}` },
    })),
  answerAppeal: ({ panel, a, b, n }: Scene): PanelEvent[] =>
    appealed(panel, a).map(({ id }) => ({
      type: 'AppealAnswered',
      contributionId: id,
      by: among(MODERATORS, b),
      outcome: among(['confirmed', 'modified', 'overturned'] as const, b),
      ...(n % 4 === 0 && { stands: true as const }),
      rule: RULE,
      body: { answer: `answered ${n}` },
    })),
  note: ({ panel, a, b, n }: Scene): PanelEvent[] =>
    items(panel, a, 'waiting', 'review').map(({ id }) => ({
      type: 'Noted',
      contributionId: id,
      by: among(MODERATORS, b),
      body: { note: `noted ${n}` },
    })),
  recuse: ({ panel, a, b }: Scene): PanelEvent[] =>
    items(panel, a, 'waiting', 'review').map(({ id }) => ({
      type: 'Recused',
      contributionId: id,
      by: among(MODERATORS, b),
    })),
  screen: ({ panel, a, b }: Scene): PanelEvent[] =>
    items(panel, a, 'waiting', 'review', 'published').map(({ id, standing, decisions }) => ({
      type: 'Screened',
      contributionId: id,
      labels: b % 2 === 0 ? ['spam'] : [],
      hold: standing === 'published' && decisions.length === 0,
    })),
  treat: ({ a }: Scene): PanelEvent[] => [
    {
      type: 'TreatmentSet',
      secondLook: a % 3 === 0 ? 'off' : 'on',
      differ: a % 2 === 0 ? 'publish' : 'third',
      screening: ['links'],
    },
    ...(a % 5 === 0 ? [{ type: 'SecondLookEased' as const, on: true }] : []),
  ],
  undo: ({ panel, a, b }: Scene): PanelEvent[] =>
    items(panel, a, 'published', 'declined', 'revise', 'redacted')
      .filter(({ decisions }) => decisions.at(-1)?.undone === false)
      .flatMap((item) => {
        const from = item.decisions.at(-1)?.from;
        const stands = isStanding(panel, item.id);
        const shouldStand = from === 'review' || from === 'published';
        const undone: PanelEvent = { type: 'DecisionUndone', contributionId: item.id, by: among(MODERATORS, b) };
        if (stands === shouldStand) return [undone];
        return [undone, stands ? redaction(item, 'undone') : publication(panel, item)];
      }),
  reverse: ({ panel, a, b }: Scene): PanelEvent[] =>
    items(panel, a, 'published', 'declined', 'redacted').flatMap((item): PanelEvent[] => {
      const verdict = item.standing === 'published' ? 'decline' : 'publish';
      return [
        {
          type: 'DecisionReversed',
          contributionId: item.id,
          by: among(MODERATORS, b),
          verdict,
          rule: verdict === 'decline' ? RULE : null,
          body: { note: 'Another look.' },
        },
        verdict === 'decline' ? redaction(item, 'reversed') : publication(panel, item),
      ];
    }),

  render: ({ panel, a, b, n }: Scene): PanelEvent[] =>
    standing(panel, a).map((contributionId) => ({
      type: 'ContributionRendered',
      contributionId,
      lang: among(['ar', 'kk', 'fr'], b),
      body: { text: `rendered ${n}`, interpreter: `interpreter-${b % 2}` },
    })),
  pose: ({ panel, a, b, at }: Scene): PanelEvent[] =>
    standing(panel, a).map((contributionId) => ({
      type: 'QuestionPosed',
      contributionId,
      answerBy: b % 2 === 0 ? null : at + b,
      body: { respondents: [`panellist-${b % 3}`] },
    })),
  unpose: ({ panel, a }: Scene): PanelEvent[] =>
    posed(panel, a).map((contributionId) => ({ type: 'QuestionUnposed', contributionId })),
  answer: ({ panel, a, b }: Scene): PanelEvent[] =>
    posed(panel, a).map((contributionId) => ({
      type: 'QuestionAnswered',
      contributionId,
      answerId: standing(panel, b)[0] ?? null,
      body: { by: `panellist-${b % 3}` },
    })),
  reopenQuestion: ({ panel, a }: Scene): PanelEvent[] =>
    posed(panel, a).map((contributionId) => ({ type: 'QuestionReopened', contributionId })),
  pin: ({ panel, a }: Scene): PanelEvent[] =>
    standing(panel, a).map((contributionId) => ({ type: 'ContributionPinned', contributionId })),
  merge: ({ panel, a, b }: Scene): PanelEvent[] =>
    standing(panel, a).flatMap((contributionId): PanelEvent[] => {
      const into = standing(panel, b)[0] ?? contributionId;
      const merged = panel.record.contributions.get(contributionId)?.mergedInto !== undefined;
      if (merged) return [{ type: 'ContributionUnmerged', contributionId }];
      if (into === contributionId) return [];
      return [
        { type: 'MergeProposed', contributionId, into, by: among(MODERATORS, b) },
        { type: 'MergeAnswered', contributionId, by: among(AUTHORS, a), consents: true },
        { type: 'ContributionMerged', contributionId, into },
      ];
    }),
  unpin: ({ panel, a }: Scene): PanelEvent[] =>
    panel.record.pinned
      .slice(a % (panel.record.pinned.length + 1))
      .map((contributionId) => ({ type: 'ContributionUnpinned', contributionId })),
  tally: ({ panel, a, b }: Scene): PanelEvent[] => [
    {
      type: 'Tallied',
      tallies: standing(panel, a).map((contributionId) => ({ contributionId, agree: a, pass: 0, disagree: b })),
    },
  ],

  openFloor: ({ a, b }: Scene): PanelEvent[] => [{ type: 'FloorSet', open: a % 4 > 0, slotSeconds: 60 + b }],
  askToSpeak: ({ panel, a, b, n }: Scene): PanelEvent[] => [
    {
      type: 'FloorAsked',
      requestId: `f${n}`,
      kind: among(['topic', 'topic', 'reply', 'order'] as const, b),
      threadId: threads(panel, b)[0] ?? null,
      body: { author: among(AUTHORS, a), note: `note ${n}`, ...(b % 5 === 0 && { role: 'participant' as const }) },
    },
  ],
  leaveOrYield: ({ panel, a, b }: Scene): PanelEvent[] =>
    requests(panel, a).map(({ id }) => ({ type: b % 2 === 0 ? 'FloorLeft' : 'FloorYielded', requestId: id })),
  declineRequest: ({ panel, a, b, n }: Scene): PanelEvent[] =>
    requests(panel, a).map(({ id: requestId }) => ({
      type: 'FloorDeclined',
      requestId,
      by: among(MODERATORS, b),
      rule: RULE,
      body: { note: `note ${n}` },
    })),
  giveFloor: (scene: Scene): PanelEvent[] =>
    requests(scene.panel, scene.a).flatMap(({ id, author, role, kind, threadId }) => [
      ...endOfSpeech(scene),
      { type: 'FloorCalled', requestId: id, by: among(MODERATORS, scene.b), lane: kind === 'topic' ? 'equity' : kind },
      {
        type: 'FloorGiven',
        requestId: id,
        kind,
        threadId,
        ...(scene.b % 3 === 0 && { override: true as const }),
        body: role === null ? { speaker: author } : { speaker: null, role },
      },
    ]),
  endSpeech: (scene: Scene): PanelEvent[] => endOfSpeech(scene),

  proposeThread: ({ a, n }: Scene): PanelEvent[] => [
    {
      type: 'ThreadProposed',
      threadId: `p${n}`,
      body: { title: `Proposal ${n}`, lang: 'en', author: among(AUTHORS, a) },
    },
  ],
  decideProposal: ({ panel, a, b }: Scene): PanelEvent[] =>
    [...panel.docket.proposals.values()]
      .filter(({ decision, lapsed }) => decision === null && !lapsed)
      .slice(0, 1)
      .map(({ id }): PanelEvent =>
        a % 5 === 0
          ? { type: 'ThreadProposalLapsed', threadId: id }
          : {
              type: 'ThreadProposalDecided',
              threadId: id,
              by: among(MODERATORS, b),
              verdict: a % 2 === 0 ? 'publish' : 'decline',
              rule: a % 2 === 0 ? null : RULE,
              body: { note: 'Considered.' },
            },
      ),
};

const NAMES = Object.keys(MOVES) as (keyof typeof MOVES)[];

function submit({ panel, a, b, n }: Scene): PanelEvent[] {
  const parentId = a % 3 === 0 ? (standing(panel, b)[0] ?? null) : null;
  const threadId = panel.record.contributions.get(parentId ?? '')?.threadId ?? threads(panel, b)[0] ?? 't0';
  const path = among(['waiting', 'waiting', 'review', 'through'] as const, b);
  const base = {
    contributionId: `c${n}`,
    threadId,
    parentId,
    kind: parentId ? ('reply' as const) : ('question' as const),
  };
  const role = b % 5 === 0 ? ('participant' as const) : null;
  const said = { text: `words ${n}`, lang: among(['en', 'ar'], a), author: among(AUTHORS, a) };
  const body = role ? { ...said, attribution: 'role' as const, role } : said;
  const submitted: PanelEvent = { type: 'Submitted', ...base, path, body };
  if (path === 'waiting') return [submitted];
  return [submitted, { type: 'ContributionPublished', ...base, body: shownWords({ ...said, role }) }];
}

function decision({ panel, a, b }: Scene, verdict: Verdict): PanelEvent[] {
  return items(panel, a, 'waiting', 'review').flatMap((item) => {
    const stands = isStanding(panel, item.id);
    if (stands === (verdict === 'publish')) return [decided(item, verdict, b)];
    return [decided(item, verdict, b), stands ? redaction(item, 'rule') : publication(panel, item)];
  });
}

function decided(item: Item, verdict: Verdict, b: number): PanelEvent {
  const rule = verdict === 'publish' ? null : RULE;
  const by = among(MODERATORS, b);
  return { type: 'Decided', contributionId: item.id, by, verdict, rule, body: { note: `Note on ${item.id}.` } };
}

function publication(panel: PanelState, item: Item): PanelEvent {
  const { id, threadId, parentId, kind } = item;
  return {
    type: 'ContributionPublished',
    contributionId: id,
    threadId,
    parentId,
    kind,
    ...(panel.record.contributions.has(id) && { again: true as const }),
    body: shownWords(item),
  };
}

function redaction({ id, threadId }: Item, cause: 'undone' | 'rule' | 'reversed'): PanelEvent {
  return { type: 'Redacted', contributionId: id, threadId, cause, ruleId: cause === 'rule' ? RULE.id : null };
}

function isStanding(panel: PanelState, id: string): boolean {
  const known = panel.record.contributions.get(id);
  return known !== undefined && known.redacted === null;
}

function standing(panel: PanelState, n: number): string[] {
  const ids = [...panel.record.contributions.keys()].filter((id) => isStanding(panel, id)).sort();
  return one(ids, n);
}

function items(panel: PanelState, n: number, ...standings: readonly Item['standing'][]): Item[] {
  const all = [...panel.docket.items.values()].filter((item) => standings.includes(item.standing));
  return one(
    all.sort((a, b) => (a.id < b.id ? -1 : 1)),
    n,
  );
}

function requests(panel: PanelState, n: number): SpeechRequest[] {
  const waiting = [...panel.docket.requests.values()].filter(({ state }) => state === 'waiting');
  return one(
    waiting.sort((a, b) => (a.id < b.id ? -1 : 1)),
    n,
  );
}

function endOfSpeech({ panel, b }: Scene): PanelEvent[] {
  const { speaking } = panel.record.floor;
  return speaking ? [{ type: 'FloorEnded', requestId: speaking.requestId, seconds: b }] : [];
}

function appealed(panel: PanelState, n: number): Item[] {
  const all = [...panel.docket.looksDue.keys()].flatMap((due) => panel.docket.items.get(due) ?? []);
  return one(
    all.filter((item) => openAppeal(item)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    n,
  );
}

function posed(panel: PanelState, n: number): string[] {
  return one(
    panel.record.posed.map(({ contributionId }) => contributionId),
    n,
  );
}

function threads(panel: PanelState, n: number): string[] {
  return one([...panel.record.threads.keys()].sort(), n);
}

function one<T>(all: readonly T[], n: number): T[] {
  return all.slice(n % Math.max(all.length, 1)).slice(0, 1);
}

function among<T>(all: readonly [T, ...T[]] | readonly T[], n: number): T {
  const chosen = all[n % all.length];
  if (chosen === undefined) throw new RangeError('Nothing to choose from.');
  return chosen;
}

const id = fc.constantFrom('c1', 'c2', 'c3', '__proto__', '');
const seat = fc.constantFrom(...AUTHORS, ...MODERATORS);
const time = fc.integer({ min: START, max: START + 100_000 });
const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const body = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.option(fc.record(fields));
const note = body({ note: text });
const role = fc.constantFrom('owner' as const, 'participant' as const, undefined);
const attribution = fc.constantFrom('role' as const, 'named' as const, undefined);
const kept = body({ text, lang: text, author: seat, attribution, role });
const shown = body({ text, lang: text, author: fc.option(seat), role });
const reworded = body({ text, lang: text });
const rule = fc.constantFrom(RULE, null);
const kind = fc.constantFrom('question' as const, 'comment' as const, 'reply' as const);
const about = { contributionId: id };
const placed = { contributionId: id, threadId: id, parentId: fc.option(id), kind };
const speech = fc.constantFrom('topic' as const, 'reply' as const, 'order' as const);
const floor = { requestId: id, kind: speech, threadId: fc.option(id) };
const event = <const T extends PanelEvent['type']>(
  type: T,
  fields: { [K in keyof Omit<Extract<PanelEvent, { type: T }>, 'type'>]: fc.Arbitrary<unknown> },
) => fc.record({ type: fc.constant(type), ...fields }) as unknown as fc.Arbitrary<PanelEvent>;

const anyEvent: fc.Arbitrary<PanelEvent> = fc.oneof(
  event('PanelDrafted', {
    forumId: id,
    title: text,
    description: text,
    languages: fc.array(text),
    rules: fc.constant([]),
  }),
  event('PanelScheduled', { startsAt: time, endsAt: fc.option(time) }),
  event('PanelOpened', {}),
  event('PanelPaused', { reason: text }),
  event('PanelResumed', {}),
  event('PanelClosed', {}),
  event('PanelArchived', {}),
  event('PublicationSet', { mode: fc.constantFrom('before', 'after', 'trusted'), trustedAfter: fc.nat(9) }),
  event('RulesSet', { rules: fc.constant([RULE]) }),
  event('ThreadOpened', { threadId: id, body: body({ title: text, lang: text, author: seat }) }),
  event('ThreadRenamed', { threadId: id, body: body({ title: text }) }),
  event('ThreadClosed', { threadId: id }),
  event('ContributionPublished', { ...placed, again: fc.constant(undefined), body: shown }),
  event('Redacted', { ...about, threadId: id, cause: fc.constantFrom('undone', 'rule'), ruleId: fc.option(id) }),
  event('ContributionRendered', { ...about, lang: id, body: body({ text, interpreter: seat }) }),
  event('QuestionPosed', { ...about, answerBy: fc.option(time), body: body({ respondents: fc.array(seat) }) }),
  event('QuestionAnswered', { ...about, answerId: fc.option(id), body: body({ by: seat }) }),
  event('ContributionPinned', about),
  event('ContributionMerged', { ...about, into: id }),
  event('ContributionUnmerged', about),
  event('MergeProposed', { ...about, into: id, by: seat }),
  event('MergeAnswered', { ...about, by: seat, consents: fc.boolean() }),
  event('Tallied', {
    tallies: fc.array(fc.record({ ...about, agree: fc.nat(), pass: fc.nat(), disagree: fc.nat() }), { maxLength: 3 }),
  }),
  event('FloorSet', { open: fc.boolean(), slotSeconds: fc.integer({ min: 10, max: 600 }) }),
  event('FloorGiven', {
    ...floor,
    override: fc.constantFrom(true as const, undefined),
    body: body({ speaker: fc.option(seat), role }),
  }),
  event('FloorEnded', { requestId: id, seconds: fc.nat(900) }),
  event('FloorAsked', { ...floor, body: body({ author: seat, note: text, role }) }),
  event('FloorLeft', { requestId: id }),
  event('FloorDeclined', { requestId: id, by: seat, rule: fc.constant(RULE), body: body({ note: text }) }),
  event('FloorYielded', { requestId: id }),
  event('FloorCalled', {
    requestId: id,
    by: seat,
    lane: fc.constantFrom('seniority', 'equity', 'override', 'order', 'reply'),
  }),
  event('Submitted', { ...placed, path: fc.constantFrom('waiting', 'review', 'through'), body: kept }),
  event('Edited', { ...about, body: reworded }),
  event('Resubmitted', { ...about, body: reworded }),
  event('Withdrawn', about),
  event('Lapsed', about),
  event('ThreadProposalLapsed', { threadId: id }),
  event('Taken', { ...about, by: seat, until: time }),
  event('LeaseRenewed', { ...about, until: time }),
  event('Released', about),
  event('Escalated', { ...about, by: seat, body: note }),
  event('Decided', {
    ...about,
    by: seat,
    verdict: fc.constantFrom('publish', 'decline', 'revise', 'redact'),
    rule,
    body: note,
  }),
  event('Looked', {
    ...about,
    by: seat,
    verdict: fc.constantFrom('publish', 'decline'),
    rule,
    bulk: fc.constantFrom('b1', undefined),
    body: note,
  }),
  event('Appealed', { ...about, body: note }),
  event('AppealAnswered', {
    ...about,
    by: seat,
    outcome: fc.constantFrom('confirmed', 'modified', 'overturned'),
    stands: fc.constantFrom(true as const, undefined),
    rule,
    body: body({ answer: text }),
  }),
  event('Noted', { ...about, by: seat, body: note }),
  event('Recused', { ...about, by: seat }),
  event('Screened', { ...about, labels: fc.array(fc.constantFrom('spam', 'links')), hold: fc.boolean() }),
  event('TreatmentSet', {
    secondLook: fc.constantFrom('on', 'off'),
    differ: fc.constantFrom('publish', 'third'),
    screening: fc.constant(['links']),
  }),
  event('SecondLookEased', { on: fc.boolean() }),
  event('DecisionUndone', { ...about, by: seat }),
  event('DecisionReversed', { ...about, by: seat, verdict: fc.constantFrom('publish', 'decline'), rule, body: note }),
  event('ThreadProposed', { threadId: id, body: body({ title: text, lang: text, author: seat }) }),
  event('ThreadProposalDecided', {
    threadId: id,
    by: seat,
    verdict: fc.constantFrom('publish', 'decline'),
    rule,
    body: note,
  }),
);

const unknownEvent = fc
  .record({ type: fc.constantFrom('HandRaised', 'constructor', '__proto__', ''), anything: fc.jsonValue() })
  .map((unknown) => unknown as unknown as PanelEvent);
