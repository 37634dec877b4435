import type { RecordEvent } from '../events.js';
import { Keyed } from '../keyed.js';
import { DEFAULT_TERMS } from '../queues/terms.js';
import type { Contribution, Phase, Posed, RecordState, Thread } from '../state.js';
import { afterPause, evolveFloor, initialFloor } from './floor.js';
import { evolveMerged } from './merging.js';

type Of<T extends RecordEvent['type']> = Extract<RecordEvent, { type: T }>;

export const initialRecord: RecordState = {
  seq: 0,
  phase: 'none',
  forumId: '',
  title: '',
  description: '',
  languages: [],
  rules: [],
  startsAt: null,
  endsAt: null,
  openedAt: null,
  closedAt: null,
  pausedAt: null,
  pauseReason: '',
  holding: false,
  publication: { mode: 'before', trustedAfter: 3 },
  slowModeSeconds: 0,
  queue: { terms: DEFAULT_TERMS, groups: [] },
  treatment: { secondLook: 'off', differ: 'publish', screening: [], eased: false },
  floor: initialFloor,
  threads: Keyed.empty<Thread>(),
  contributions: Keyed.empty<Contribution>(),
  posed: [],
  pinned: [],
  published: 0,
};

/**
 * Folds one record entry in. The state may hold only a part of the contributions: what an entry says of one not held
 * changes counts, posed and pinned, and nothing else.
 */
export function evolveRecord(
  record: RecordState,
  entry: { readonly seq: number; readonly at: number; readonly event: RecordEvent },
): RecordState {
  return { ...changed(record, entry.event, entry.seq, entry.at), seq: entry.seq };
}

function changed(record: RecordState, event: RecordEvent, seq: number, at: number): RecordState {
  switch (event.type) {
    case 'PanelDrafted': {
      const { forumId, title, description, languages, rules } = event;
      return { ...record, phase: 'draft', forumId, title, description, languages, rules };
    }
    case 'PanelAmended':
      return {
        ...record,
        title: event.title ?? record.title,
        description: event.description ?? record.description,
        languages: event.languages ?? record.languages,
      };
    case 'PanelScheduled':
      return { ...record, phase: scheduledFrom(record.phase), startsAt: event.startsAt, endsAt: event.endsAt };
    case 'PanelOpened':
      return { ...notPaused(record), phase: 'open', openedAt: record.openedAt ?? at, closedAt: null };
    case 'PanelPaused':
      return {
        ...record,
        phase: 'paused',
        pausedAt: record.pausedAt ?? at,
        pauseReason: event.reason,
        holding: record.holding || event.holding === true,
      };
    case 'PanelResumed':
      return {
        ...notPaused(record),
        phase: 'open',
        posed: movedOn(record, at),
        floor: afterPause(record.floor, record.pausedAt, at),
      };
    case 'PanelClosed':
      return { ...notPaused(record), phase: 'closed', closedAt: at };
    case 'PanelArchived':
      return { ...notPaused(record), phase: 'archived' };
    case 'PublicationSet':
      return { ...record, publication: { mode: event.mode, trustedAfter: event.trustedAfter } };
    case 'SlowModeSet':
      return { ...record, slowModeSeconds: event.seconds };
    case 'RulesSet':
      return { ...record, rules: event.rules };
    case 'TreatmentSet': {
      const { secondLook, differ, screening } = event;
      return { ...record, treatment: { secondLook, differ, screening, eased: false } };
    }
    case 'SecondLookEased':
      return { ...record, treatment: { ...record.treatment, eased: event.on } };
    case 'QueueSet':
      return { ...record, queue: { terms: event.terms, groups: event.groups } };

    case 'ThreadOpened':
      return threadOpened(record, event, seq, at);
    case 'ThreadRenamed':
      return withThread(record, event.threadId, (thread) => ({ ...thread, title: event.body?.title ?? thread.title }));
    case 'ThreadClosed':
      return withThread(record, event.threadId, (thread) => ({ ...thread, closed: true }));
    case 'ThreadReopened':
      return withThread(record, event.threadId, (thread) => ({ ...thread, closed: false }));

    case 'ContributionPublished':
      return published(record, event, seq, at);
    case 'Redacted':
      return redacted(record, event);
    case 'ContributionMerged':
    case 'ContributionUnmerged':
      return { ...record, contributions: evolveMerged(record.contributions, event) };
    case 'ContributionRendered':
      return rendered(record, event);
    case 'Tallied':
      return tallied(record, event);

    case 'QuestionPosed':
      return posed(record, event, at);
    case 'QuestionUnposed':
      return { ...record, posed: record.posed.filter(({ contributionId }) => contributionId !== event.contributionId) };
    case 'QuestionAnswered': {
      const answered = { at, by: event.body?.by ?? null, answerId: event.answerId };
      return withPosed(record, event.contributionId, (question) =>
        withAnswers(question, [...question.answers, answered]),
      );
    }
    case 'QuestionReopened':
      return withPosed(record, event.contributionId, (question) => withAnswers(question, []));
    case 'ContributionPinned':
      return { ...record, pinned: [...without(record.pinned, event.contributionId), event.contributionId] };
    case 'ContributionUnpinned':
      return { ...record, pinned: without(record.pinned, event.contributionId) };

    case 'FloorSet':
    case 'FloorGiven':
    case 'FloorEnded':
      return { ...record, floor: evolveFloor(record.floor, event, at) };

    default:
      return unseen(event, record);
  }
}

function notPaused(record: RecordState): RecordState {
  return { ...record, pausedAt: null, pauseReason: '', holding: false };
}

/** The time to answer that was left when the pause began is left when it ends. */
function movedOn({ posed, pausedAt }: RecordState, at: number): readonly Posed[] {
  if (pausedAt === null) return posed;
  return posed.map((question) => {
    const stoodFrom = Math.max(pausedAt, question.at);
    const { answerBy } = question;
    return answerBy === null || answerBy <= stoodFrom ? question : { ...question, answerBy: answerBy + at - stoodFrom };
  });
}

/** New times for a panel that runs already do not take it back. */
function scheduledFrom(phase: Phase): Phase {
  return phase === 'none' || phase === 'draft' ? 'scheduled' : phase;
}

function threadOpened(record: RecordState, event: Of<'ThreadOpened'>, seq: number, at: number): RecordState {
  if (record.threads.has(event.threadId)) return record;

  const thread: Thread = {
    id: event.threadId,
    seq,
    at,
    title: event.body?.title ?? '',
    lang: event.body?.lang ?? 'und',
    author: event.body?.author ?? null,
    closed: false,
    published: 0,
  };
  return { ...record, threads: record.threads.set(thread.id, thread) };
}

function published(record: RecordState, event: Of<'ContributionPublished'>, seq: number, at: number): RecordState {
  const known = record.contributions.get(event.contributionId);
  if (known && !known.redacted) return record;

  const counted = count(record, event.threadId, 1);
  if (known) return withContribution(counted, { ...known, words: event.body, redacted: null });
  if (event.again) return counted;

  return withContribution(counted, {
    id: event.contributionId,
    seq,
    at,
    threadId: event.threadId,
    parentId: event.parentId,
    kind: event.kind,
    words: event.body,
    redacted: null,
    renderings: {},
    tally: null,
  });
}

function redacted(record: RecordState, event: Of<'Redacted'>): RecordState {
  const known = record.contributions.get(event.contributionId);
  if (known?.redacted) return record;

  const counted = {
    ...count(record, known?.threadId ?? event.threadId, -1),
    posed: record.posed
      .filter(({ contributionId }) => contributionId !== event.contributionId)
      .map((question) => withoutAnswer(question, event.contributionId)),
    pinned: without(record.pinned, event.contributionId),
  };
  if (!known) return counted;

  const { cause, ruleId } = event;
  return withContribution(counted, { ...known, words: null, redacted: { cause, ruleId }, renderings: {} });
}

function rendered(record: RecordState, event: Of<'ContributionRendered'>): RecordState {
  const known = record.contributions.get(event.contributionId);
  if (!known?.words || !event.body) return record;

  return withContribution(record, { ...known, renderings: { ...known.renderings, [event.lang]: event.body } });
}

function tallied(record: RecordState, event: Of<'Tallied'>): RecordState {
  let { contributions } = record;
  for (const { contributionId, agree, pass, disagree } of event.tallies) {
    contributions = contributions.update(contributionId, (known) => ({ ...known, tally: { agree, pass, disagree } }));
  }
  return { ...record, contributions };
}

function posed(record: RecordState, event: Of<'QuestionPosed'>, at: number): RecordState {
  const { contributionId, answerBy } = event;
  if (record.contributions.get(contributionId)?.redacted) return record;

  const others = record.posed.filter((question) => question.contributionId !== contributionId);
  const question: Posed = {
    contributionId,
    at,
    respondents: event.body?.respondents ?? [],
    answerBy,
    answers: [],
    answered: null,
  };
  return { ...record, posed: [...others, question] };
}

function withThread(record: RecordState, id: string, change: (thread: Thread) => Thread): RecordState {
  return { ...record, threads: record.threads.update(id, change) };
}

function withContribution(record: RecordState, contribution: Contribution): RecordState {
  return { ...record, contributions: record.contributions.set(contribution.id, contribution) };
}

function withPosed(record: RecordState, id: string, change: (question: Posed) => Posed): RecordState {
  return { ...record, posed: record.posed.map((known) => (known.contributionId === id ? change(known) : known)) };
}

function withAnswers(question: Posed, answers: Posed['answers']): Posed {
  return { ...question, answers, answered: answers.at(-1) ?? null };
}

/** A question whose answer was taken from the record is open again, unless somebody else answered too. */
function withoutAnswer(question: Posed, answerId: string): Posed {
  const answers = question.answers.filter((answer) => answer.answerId !== answerId);
  return answers.length === question.answers.length ? question : withAnswers(question, answers);
}

function count(record: RecordState, threadId: string, by: 1 | -1): RecordState {
  const threads = record.threads.update(threadId, (thread) => ({ ...thread, published: thread.published + by }));
  return { ...record, threads, published: record.published + by };
}

function without(ids: readonly string[], id: string): readonly string[] {
  return ids.filter((other) => other !== id);
}

/** A newer server may say more than this code knows. */
function unseen(_: never, record: RecordState): RecordState {
  return record;
}
