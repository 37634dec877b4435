import { keptOf } from '../../text/trigrams.js';
import { isHeld } from '../desk-order.js';
import type { DocketEvent, Held } from '../events.js';
import type { Intent } from '../intents.js';
import { EDIT_FREELY_MS } from '../limits.js';
import { answering, facts, refuse, type Done, type Outcome, type Refused } from '../outcome.js';
import { isOnlyParticipant } from '../policy.js';
import { highestOf } from '../roles.js';
import { fingerprint } from '../screening/fingerprint.js';
import { screening, type Findings } from '../screening/screening.js';
import { shownWords } from '../shown.js';
import type { Item, PanelState } from '../state.js';
import { findOwn } from './finding.js';
import type { Scene } from './scene.js';
import { readBody, readLang } from './texts.js';
import { findThread } from './threads.js';

type Sent = Outcome<{ contributionId: string; standing: 'waiting' | 'published' }>;
type Path = Extract<DocketEvent, { type: 'Submitted' }>['path'];

export function submit(panel: PanelState, intent: Intent<'submit'>, scene: Scene): Sent {
  const found = findThread(panel, intent.threadId);
  if (!found.ok) return found;
  if (found.thread.closed) return refuse('thread-closed', { field: 'threadId' });
  const misplaced = misplacement(panel, intent);
  if (misplaced) return misplaced;
  const text = readBody('text', intent.text);
  if (!text.ok) return text;
  const lang = readLang(intent.lang, 'und');
  if (!lang.ok) return lang;
  const early = tooEarly(panel, scene);
  if (early) return early;

  const role = intent.attribution === 'role' ? highestOf(scene.actor.roles) : null;
  const words = { text: text.text, lang: lang.lang, author: scene.seat, role };
  return submitted(panel, intent, words, { id: scene.newId, findings: screened(panel, words, scene) });
}

export function edit(panel: PanelState, intent: Intent<'edit'>, scene: Scene): Done {
  const { seat, at } = scene;
  const found = findOwn(panel, intent.contributionId, seat);
  if (!found.ok) return found;
  const { item } = found;
  if (item.standing === 'revise') {
    return refuse('not-pending', { message: 'This came back to you: send it again instead.' });
  }
  if (item.standing !== 'waiting') return refuse('not-pending');
  if (item.lease && isHeld(item, at)) {
    const message = 'A moderator is reading this right now. Try again in a moment.';
    return refuse('held-by-another', { message, retryInMs: item.lease.until - at });
  }
  const text = readBody('text', intent.text);
  if (!text.ok) return text;
  const lang = readLang(intent.lang, item.lang);
  if (!lang.ok) return lang;
  if (text.text === item.text && lang.lang === item.lang) return refuse('already-so');

  const said = { text: text.text, lang: lang.lang, author: seat };
  const labels = labelled(screened(panel, said, scene, item));
  const body = { text: text.text, lang: lang.lang };
  const anew = isAnother(item, text.text, at) && { anew: true as const };
  return facts({ type: 'Edited', contributionId: item.id, ...anew, ...labels, body });
}

/** A place is held with the words that first took it, or with most of them: what they were a minute after it began to wait. */
function isAnother({ readyAt, earlier, text }: Item, changed: string, at: number): boolean {
  const settledAt = readyAt + EDIT_FREELY_MS;
  if (at <= settledAt) return false;
  const settled = earlier.find((one) => one.at > settledAt)?.text ?? text;
  return keptOf(settled, changed) < 0.5;
}

/** What came back is read again before it is published, whatever the panel’s mode. */
export function resubmit(panel: PanelState, intent: Intent<'resubmit'>, scene: Scene): Sent {
  const { seat } = scene;
  const found = findOwn(panel, intent.contributionId, seat);
  if (!found.ok) return found;
  const { item } = found;
  if (item.standing !== 'revise') {
    return refuse('not-pending', { message: 'This has not come back to you for revision.' });
  }
  const text = readBody('text', intent.text);
  if (!text.ok) return text;
  const lang = readLang(intent.lang, item.lang);
  if (!lang.ok) return lang;

  const said = { text: text.text, lang: lang.lang, author: seat };
  const labels = labelled(screened(panel, said, scene, item));
  return answering(
    { contributionId: item.id, standing: 'waiting' },
    { type: 'Resubmitted', contributionId: item.id, ...labels, body: { text: text.text, lang: lang.lang } },
  );
}

export function withdraw(panel: PanelState, { contributionId }: Intent<'withdraw'>, { seat }: Scene): Done {
  const found = findOwn(panel, contributionId, seat);
  if (!found.ok) return found;
  const { standing } = found.item;
  if (standing === 'withdrawn') return refuse('already-so');
  if (standing !== 'waiting' && standing !== 'revise') return refuse('not-pending');

  return facts({ type: 'Withdrawn', contributionId });
}

function misplacement({ record }: PanelState, { kind, parentId, threadId }: Intent<'submit'>): Refused | null {
  const field = 'parentId';
  if (parentId === undefined) {
    return kind === 'reply' ? refuse('bad-request', { field, message: 'A reply names what it replies to.' }) : null;
  }
  if (kind !== 'reply') {
    return refuse('bad-request', { field, message: 'Only a reply stands below another contribution.' });
  }

  const parent = record.contributions.get(parentId);
  // One answer for the unknown, the waiting and the redacted: asking must not tell what waits.
  if (!parent || parent.redacted || parent.threadId !== threadId) return refuse('parent-not-published', { field });
  return null;
}

function tooEarly({ record, docket }: PanelState, { actor, seat, at }: Scene): Refused | null {
  const author = docket.authors.get(seat);
  if (!author || author.items.length === 0 || !isOnlyParticipant(actor)) return null;

  const pause = record.slowModeSeconds * 1000;
  const left = Math.min(pause, author.lastSubmittedAt + pause - at);
  return left > 0 ? refuse('slow-mode', { retryInMs: left }) : null;
}

type Said = Pick<Item, 'text' | 'lang' | 'author' | 'role'>;

interface Fresh {
  readonly id: string;
  readonly findings: Findings;
}

function submitted(panel: PanelState, intent: Intent<'submit'>, said: Said, { id, findings }: Fresh): Sent {
  const contributionId = id;
  const usual = pathOf(panel, said.author);
  const path = findings.hold ? 'waiting' : usual;
  const held = findings.hold && usual !== 'waiting' ? { held: whyHeld(findings) } : {};
  const { threadId, parentId = null, kind } = intent;
  const placed = { contributionId, threadId, parentId, kind };
  const kept: DocketEvent = {
    type: 'Submitted',
    path,
    ...held,
    ...placed,
    ...labelled(findings),
    body: keptWords(said),
  };
  if (path === 'waiting') return answering({ contributionId, standing: 'waiting' }, kept);

  return answering({ contributionId, standing: 'published' }, kept, {
    type: 'ContributionPublished',
    ...placed,
    body: shownWords(said),
  });
}

/** The first of what was found that holds; where no word says it, they are new. */
function whyHeld({ labels }: Findings): Held {
  return HOLDING.find((label) => labels.includes(label)) ?? 'new';
}

const HOLDING = ['links', 'repeat', 'words'] as const;

function keptWords({ text, lang, author, role }: Said) {
  return { text, lang, author, ...(role !== null && { attribution: 'role' as const, role }) };
}

function screened(
  { record, docket }: PanelState,
  { text, lang, author }: Pick<Said, 'text' | 'lang' | 'author'>,
  { isListed = () => false }: Scene,
  own?: Item,
): Findings {
  const print = fingerprint(text);
  const others = (docket.said.get(print) ?? 0) - Number(own !== undefined && fingerprint(own.text) === print);
  const isNew = (docket.authors.get(author)?.published ?? 0) === 0;
  return screening({ text, lang, isNew, isSaid: others > 0, isListed }, record.treatment.screening);
}

function labelled({ labels }: Findings): { readonly labels?: readonly string[] } {
  return labels.length > 0 ? { labels } : {};
}

/** Trust is earned by what a moderator let stand, never by role. */
function pathOf({ record, docket }: PanelState, author: string): Path {
  const { mode, trustedAfter } = record.publication;
  if (mode === 'before') return 'waiting';
  if (mode === 'after') return 'review';
  return (docket.authors.get(author)?.published ?? 0) >= trustedAfter ? 'through' : 'waiting';
}
