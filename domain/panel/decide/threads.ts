import type { Intent } from '../intents.js';
import { answering, facts, refuse, type Done, type Found, type Outcome } from '../outcome.js';
import type { SeatId } from '../roles.js';
import type { PanelState, Proposal, Thread } from '../state.js';
import { findRule, noted } from './finding.js';
import type { Scene } from './scene.js';
import { readLang, readLine, readNote } from './texts.js';

type Made = Outcome<{ threadId: string }>;

export function openThread(panel: PanelState, intent: Intent<'openThread'>, { seat, newId }: Scene): Made {
  const read = readThread(panel, intent);
  if (!read.ok) return read;
  return answering(
    { threadId: newId },
    { type: 'ThreadOpened', threadId: newId, body: { ...read.thread, author: seat } },
  );
}

export function proposeThread(panel: PanelState, intent: Intent<'proposeThread'>, { seat, newId }: Scene): Made {
  const read = readThread(panel, intent);
  if (!read.ok) return read;
  return answering(
    { threadId: newId },
    { type: 'ThreadProposed', threadId: newId, body: { ...read.thread, author: seat } },
  );
}

/** The thread stands in the name of whoever proposed it. */
export function acceptThread(panel: PanelState, { threadId }: Intent<'acceptThread'>, { seat }: Scene): Done {
  const found = findUndecided(panel, threadId, seat);
  if (!found.ok) return found;

  const { title, lang, author } = found.proposal;
  return facts(
    { type: 'ThreadProposalDecided', threadId, by: seat, verdict: 'publish', rule: null, body: null },
    { type: 'ThreadOpened', threadId, body: { title, lang, author } },
  );
}

export function declineThread(panel: PanelState, intent: Intent<'declineThread'>, { seat }: Scene): Done {
  const found = findUndecided(panel, intent.threadId, seat);
  if (!found.ok) return found;
  const named = findRule(panel, intent.ruleId);
  if (!named.ok) return named;
  const note = readNote(intent.note);
  if (!note.ok) return note;

  return facts({
    type: 'ThreadProposalDecided',
    threadId: intent.threadId,
    by: seat,
    verdict: 'decline',
    rule: named.rule,
    body: noted(note.text),
  });
}

export function renameThread(panel: PanelState, intent: Intent<'renameThread'>): Done {
  const found = findThread(panel, intent.threadId);
  if (!found.ok) return found;
  const title = readLine('title', intent.title);
  if (!title.ok) return title;
  if (title.text === found.thread.title) return refuse('already-so');

  return facts({ type: 'ThreadRenamed', threadId: intent.threadId, body: { title: title.text } });
}

export function closeThread(panel: PanelState, { threadId }: Intent<'closeThread'>): Done {
  const found = findThread(panel, threadId);
  if (!found.ok) return found;
  return found.thread.closed ? refuse('already-so') : facts({ type: 'ThreadClosed', threadId });
}

export function reopenThread(panel: PanelState, { threadId }: Intent<'reopenThread'>): Done {
  const found = findThread(panel, threadId);
  if (!found.ok) return found;
  return found.thread.closed ? facts({ type: 'ThreadReopened', threadId }) : refuse('already-so');
}

export function findThread(panel: PanelState, id: string): Found<{ thread: Thread }> {
  const thread = panel.record.threads.get(id);
  return thread ? { ok: true, thread } : refuse('no-such-thread', { field: 'threadId' });
}

function findUndecided(panel: PanelState, id: string, seat: SeatId): Found<{ proposal: Proposal }> {
  const proposal = panel.docket.proposals.get(id);
  if (!proposal) return refuse('no-such-thread', { field: 'threadId' });
  if (proposal.decision || proposal.lapsed) return refuse('already-decided');
  return proposal.author === seat ? refuse('own-contribution') : { ok: true, proposal };
}

/** `und`: the BCP 47 tag for a language nobody has named. */
function languageOf(panel: PanelState): string {
  return panel.record.languages[0] ?? 'und';
}

function readThread(
  panel: PanelState,
  intent: Intent<'openThread' | 'proposeThread'>,
): Found<{ thread: { title: string; lang: string } }> {
  const title = readLine('title', intent.title);
  if (!title.ok) return title;
  const lang = readLang(intent.lang, languageOf(panel));
  if (!lang.ok) return lang;
  return { ok: true, thread: { title: title.text, lang: lang.lang } };
}
