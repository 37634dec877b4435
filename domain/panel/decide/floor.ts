import type { Intent } from '../intents.js';
import { NOTE_MAX, SLOT_MAX_S, SLOT_MIN_S, SPEECH_NOTE_MAX } from '../limits.js';
import { answering, facts, refuse, type Done, type Found, type Outcome } from '../outcome.js';
import { isModerator } from '../policy.js';
import { highestOf } from '../roles.js';
import type { RecordEvent } from '../events.js';
import type { PanelState, SpeechRequest } from '../state.js';
import { findRule } from './finding.js';
import type { Scene } from './scene.js';
import { readBody, readLine } from './texts.js';
import { findThread } from './threads.js';

type Asked = Outcome<{ requestId: string }>;

export function setFloor({ record: { floor } }: PanelState, intent: Intent<'setFloor'>): Done {
  const { open, slotSeconds = floor.slotSeconds } = intent;
  if (!Number.isSafeInteger(slotSeconds) || slotSeconds < SLOT_MIN_S || slotSeconds > SLOT_MAX_S) {
    const message = `A turn on the floor is ${SLOT_MIN_S} to ${SLOT_MAX_S} whole seconds.`;
    return refuse('bad-request', { field: 'slotSeconds', message });
  }
  if (floor.open === open && floor.slotSeconds === slotSeconds) return refuse('already-so');

  return facts({ type: 'FloorSet', open, slotSeconds });
}

export function askToSpeak(panel: PanelState, intent: Intent<'askToSpeak'>, scene: Scene): Asked {
  const { kind } = intent;
  const { seat, newId, actor } = scene;
  const { floor } = panel.record;
  if (!floor.open) return refuse('floor-closed');
  if (kind === 'reply' && floor.spoken === 0) return refuse('nobody-speaks', { field: 'kind' });
  const about = readThread(panel, intent.threadId);
  if (!about.ok) return about;
  const note = intent.note ? readLine('note', intent.note, SPEECH_NOTE_MAX) : { ok: true as const, text: '' };
  if (!note.ok) return note;
  const mine = [...panel.docket.requests.values()].filter(
    ({ author, state }) => author === seat && state === 'waiting',
  );
  if (mine.some((request) => request.kind === kind)) return refuse('already-so', { field: 'kind' });

  const role = intent.attribution === 'role' ? { role: highestOf(actor.roles) } : {};
  const body = { author: seat, note: note.text, ...role };
  return answering(
    { requestId: newId },
    { type: 'FloorAsked', requestId: newId, kind, threadId: about.threadId, body },
  );
}

export function leaveFloor(panel: PanelState, { requestId }: Intent<'leaveFloor'>, scene: Scene): Done {
  const found = findOwn(panel, requestId, scene);
  return found.ok ? facts({ type: 'FloorLeft', requestId }) : found;
}

/** Nobody is turned down without a rule and a word on it. */
export function declineRequest(panel: PanelState, intent: Intent<'declineRequest'>, { seat }: Scene): Done {
  const found = findWaiting(panel, intent.requestId);
  if (!found.ok) return found;
  const named = findRule(panel, intent.ruleId);
  if (!named.ok) return named;
  const note = readBody('note', intent.note, NOTE_MAX);
  if (!note.ok) return note;

  const { id: requestId } = found.request;
  return facts({ type: 'FloorDeclined', requestId, by: seat, rule: named.rule, body: { note: note.text } });
}

/** What is taken in the order of asking has nobody to let by. */
export function yieldFloor(panel: PanelState, { requestId }: Intent<'yieldFloor'>, scene: Scene): Done {
  const found = findOwn(panel, requestId, scene);
  if (!found.ok) return found;
  const standing = scene.queues.floor.standingOf(requestId);
  if (!standing?.mayYield) return refuse('not-in-turn');
  return standing.yielding ? refuse('already-so') : facts({ type: 'FloorYielded', requestId });
}

/**
 * Whoever speaks has spoken: their time is charged before the next is chosen. Naming who is next anyway is no override.
 * Said after another speech than the present one, it was meant for what is past: two hosts, or a double tap.
 */
export function giveFloor(panel: PanelState, intent: Intent<'giveFloor'>, scene: Scene): Asked {
  const { at, seat, queues } = scene;
  if ((panel.record.floor.speaking?.requestId ?? null) !== intent.after) {
    return refuse('floor-moved', { field: 'after' });
  }
  const ended = endOfSpeech(panel, at);
  const next = ended ? queues.floor.nextAfter(ended.seconds, at) : queues.floor.next();
  const requestId = intent.requestId ?? next?.requestId;
  if (requestId === undefined) return refuse('nobody-waits');
  const found = findWaiting(panel, requestId);
  if (!found.ok) return found;

  const isNext = next?.requestId === requestId;
  const { kind, threadId, author, role } = found.request;
  return answering(
    { requestId },
    ...(ended ? [ended] : []),
    { type: 'FloorCalled', requestId, by: seat, lane: isNext ? next.lane : 'override' },
    {
      type: 'FloorGiven',
      requestId,
      kind,
      threadId,
      ...(!isNext && { override: true as const }),
      body: role === null ? { speaker: author } : { speaker: null, role },
    },
  );
}

/** By whoever hosts, or by the speaker. */
export function endSpeech(panel: PanelState, intent: Intent<'endSpeech'>, { actor, seat, at }: Scene): Done {
  const ended = endOfSpeech(panel, at);
  if (!ended) return refuse('nobody-speaks');
  if (ended.requestId !== intent.requestId) return refuse('floor-moved', { field: 'requestId' });
  const isTheirs = panel.docket.requests.get(ended.requestId)?.author === seat;
  return isTheirs || isModerator(actor) ? facts(ended) : refuse('not-allowed');
}

/** The fact that ends the present speech, in whole seconds, without what was paused; null while nobody speaks. */
export function endOfSpeech({ record }: PanelState, at: number): Extract<RecordEvent, { type: 'FloorEnded' }> | null {
  const { speaking } = record.floor;
  if (!speaking) return null;
  const until = record.pausedAt ?? at;
  const seconds = Math.max(0, Math.round((until - speaking.at) / 1000));
  return { type: 'FloorEnded', requestId: speaking.requestId, seconds };
}

function findWaiting(panel: PanelState, id: string): Found<{ request: SpeechRequest }> {
  const request = panel.docket.requests.get(id);
  if (!request) return refuse('no-such-request', { field: 'requestId' });
  return request.state === 'waiting' ? { ok: true, request } : refuse('not-pending');
}

function findOwn(panel: PanelState, id: string, { seat }: Scene): Found<{ request: SpeechRequest }> {
  const found = findWaiting(panel, id);
  return found.ok && found.request.author !== seat ? refuse('no-such-request', { field: 'requestId' }) : found;
}

function readThread(panel: PanelState, threadId: string | undefined): Found<{ threadId: string | null }> {
  if (threadId === undefined) return { ok: true, threadId: null };
  const found = findThread(panel, threadId);
  return found.ok ? { ok: true, threadId } : found;
}
