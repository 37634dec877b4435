import type { Intent, ActType, ValueOf } from '../intents.js';
import { refuse, type Context, type Outcome } from '../outcome.js';
import { objection } from '../policy.js';
import type { PanelState } from '../state.js';
import { answerAppeal, appeal } from './appeals.js';
import { decideMany, undoMany } from './bulk.js';
import { edit, resubmit, submit, withdraw } from './contributing.js';
import { escalate, release, renewLease, take, takeNext } from './desk.js';
import { noteItem, recuse } from './desk-notes.js';
import { askToSpeak, declineRequest, endSpeech, giveFloor, leaveFloor, setFloor, yieldFloor } from './floor.js';
import { answerMerge, proposeMerge, unmerge } from './merging.js';
import { answer, markAnswered, pin, pose, reopenQuestion, unpin, unpose } from './hosting.js';
import { archivePanel, closePanel, draftPanel, openPanel, pausePanel, resumePanel, schedulePanel } from './life.js';
import { askToRevise, decline, publish, redact, reverseDecision, undoDecision } from './moderation.js';
import { setQueue } from './queue.js';
import { render } from './rendering.js';
import type { Decide } from './scene.js';
import { screen } from './screen.js';
import { announcingEase } from './second-look.js';
import { amendPanel, holdEverything, setPublication, setRules, setSlowMode, setTreatment } from './settings.js';
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
export function decide<K extends ActType>(panel: PanelState, intent: Intent<K>, context: Context): Outcome<ValueOf<K>> {
  const { actor } = context;
  if (actor.seat === null) return refuse('not-signed-in');
  const forbidden = objection(actor, intent.type, panel.record.phase);
  if (forbidden) return refuse(forbidden);

  return DECIDERS[intent.type](panel, intent, { ...context, seat: actor.seat });
}

const DECIDERS: { readonly [K in ActType]: Decide<K> } = {
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
  setQueue,
  setTreatment,

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
  appeal,

  takeNext: announcingEase(takeNext),
  take,
  renewLease,
  release,
  publish: announcingEase(publish),
  escalate,
  decline: announcingEase(decline),
  askToRevise: announcingEase(askToRevise),
  undoDecision,
  reverseDecision,
  redact,
  answerAppeal,
  noteItem,
  recuse,
  decideMany: announcingEase(decideMany),
  undoMany,
  screen,

  pose,
  unpose,
  answer,
  markAnswered,
  reopenQuestion,
  pin,
  unpin,

  proposeMerge,
  answerMerge,
  unmerge,

  render,
  castVote,

  setFloor,
  askToSpeak,
  leaveFloor,
  yieldFloor,
  declineRequest,
  giveFloor,
  endSpeech,
};
