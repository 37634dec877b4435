import type { Intent, IntentType, ValueOf } from '../intents.js';
import { refuse, type Context, type Outcome } from '../outcome.js';
import { objection } from '../policy.js';
import type { PanelState } from '../state.js';
import { edit, resubmit, submit, withdraw } from './contributing.js';
import { escalate, release, renewLease, take, takeNext } from './desk.js';
import { answer, markAnswered, pin, pose, reopenQuestion, unpin, unpose } from './hosting.js';
import { archivePanel, closePanel, draftPanel, openPanel, pausePanel, resumePanel, schedulePanel } from './life.js';
import { askToRevise, decline, publish, redact, reverseDecision, undoDecision } from './moderation.js';
import { render } from './rendering.js';
import type { Decide } from './scene.js';
import { amendPanel, holdEverything, setPublication, setRules, setSlowMode } from './settings.js';
import {
  acceptThread,
  closeThread,
  declineThread,
  openThread,
  proposeThread,
  renameThread,
  reopenThread,
} from './threads.js';
import { castVote } from './voting.js';

/**
 * What follows from an intent: facts, ballots and words to erase, or a refusal. Pure: equal inputs give equal outcomes,
 * and it never throws for an intent of a known type. Facts of one outcome belong together in one transaction.
 */
export function decide<K extends IntentType>(
  panel: PanelState,
  intent: Intent<K>,
  context: Context,
): Outcome<ValueOf<K>> {
  const { actor } = context;
  if (actor.seat === null) return refuse('not-signed-in');
  const forbidden = objection(actor, intent.type, panel.record.phase);
  if (forbidden) return refuse(forbidden);

  return DECIDERS[intent.type](panel, intent, { ...context, seat: actor.seat });
}

const DECIDERS: { readonly [K in IntentType]: Decide<K> } = {
  draftPanel,
  amendPanel,
  schedulePanel,
  openPanel,
  pausePanel,
  resumePanel,
  closePanel,
  archivePanel,
  setPublication,
  holdEverything,
  setSlowMode,
  setRules,

  openThread,
  proposeThread,
  acceptThread,
  declineThread,
  renameThread,
  closeThread,
  reopenThread,

  submit,
  edit,
  resubmit,
  withdraw,

  takeNext,
  take,
  renewLease,
  release,
  publish,
  escalate,
  decline,
  askToRevise,
  undoDecision,
  reverseDecision,
  redact,

  pose,
  unpose,
  answer,
  markAnswered,
  reopenQuestion,
  pin,
  unpin,

  render,
  castVote,
};
