import type { ActType } from './intents.js';
import type { RefusalCode } from './refusals.js';
import { SYSTEM, type Actor, type Role } from './roles.js';
import type { PanelState, Phase } from './state.js';

export interface Permission {
  readonly roles: readonly Role[];
  readonly phases: readonly Phase[];
  /** What a person is told in any other phase. */
  readonly otherwise: 'wrong-phase' | 'panel-not-open';
  /** The phases this intent leads to: asking again there is told so. */
  readonly already: readonly Phase[];
}

const CHAIR = ['owner', 'host'] as const satisfies Role[];
const DESK = ['owner', 'host', 'moderator'] as const satisfies Role[];
const RESPONDENTS = ['owner', 'host', 'panellist'] as const satisfies Role[];
const RENDERERS = ['owner', 'host', 'moderator', 'interpreter'] as const satisfies Role[];
const SPEAKERS = ['owner', 'host', 'moderator', 'panellist', 'interpreter', 'participant'] as const satisfies Role[];
const SEATED = [...SPEAKERS, 'observer'] as const satisfies Role[];

const BEFORE_CLOSE = ['draft', 'scheduled', 'open', 'paused'] as const satisfies Phase[];
const NOT_ARCHIVED = [...BEFORE_CLOSE, 'closed'] as const satisfies Phase[];
const RUNNING = ['open', 'paused'] as const satisfies Phase[];
/** What is there is still moderated and hosted after the close; nothing new comes in. */
const UNTIL_ARCHIVED = [...RUNNING, 'closed'] as const satisfies Phase[];
/** Appeals have six months, and with them whatever answering them needs. */
const ONCE_OPENED = [...UNTIL_ARCHIVED, 'archived'] as const satisfies Phase[];
const NOBODY = [] as const satisfies Role[];

/** Who may do what, and when: data, so that every cell of intent × role × phase can be listed and tested. */
export const POLICY: { readonly [K in ActType]: Permission } = {
  draftPanel: step(CHAIR, ['none'], [...NOT_ARCHIVED, 'archived']),
  amendPanel: when(CHAIR, NOT_ARCHIVED),
  schedulePanel: when(CHAIR, NOT_ARCHIVED),
  openPanel: step(CHAIR, ['draft', 'scheduled'], ['open']),
  pausePanel: step(DESK, ['open'], ['paused']),
  resumePanel: step(DESK, ['paused'], ['open']),
  closePanel: step(CHAIR, RUNNING, ['closed']),
  archivePanel: step(CHAIR, ['closed'], ['archived']),
  setPublication: when(CHAIR, BEFORE_CLOSE),
  holdEverything: when(DESK, RUNNING),
  setSlowMode: when(DESK, BEFORE_CLOSE),
  setRules: when(CHAIR, BEFORE_CLOSE),
  setQueue: when(CHAIR, BEFORE_CLOSE),
  setTreatment: when(CHAIR, BEFORE_CLOSE),

  openThread: when(DESK, BEFORE_CLOSE),
  proposeThread: whileOpen(SPEAKERS, ['scheduled', 'open']),
  acceptThread: when(DESK, BEFORE_CLOSE),
  declineThread: when(DESK, NOT_ARCHIVED),
  renameThread: when(DESK, BEFORE_CLOSE),
  closeThread: when(DESK, BEFORE_CLOSE),
  reopenThread: when(DESK, BEFORE_CLOSE),

  submit: whileOpen(SPEAKERS, ['open']),
  edit: whileOpen(SPEAKERS, RUNNING),
  resubmit: whileOpen(SPEAKERS, RUNNING),
  /** Taking back one’s own words is left even to somebody who may no longer speak. */
  withdraw: when(SEATED, UNTIL_ARCHIVED),
  appeal: when(SEATED, ONCE_OPENED),

  takeNext: when(DESK, ONCE_OPENED),
  take: when(DESK, ONCE_OPENED),
  renewLease: when(DESK, ONCE_OPENED),
  release: when(DESK, ONCE_OPENED),
  publish: when(DESK, UNTIL_ARCHIVED),
  escalate: when(DESK, UNTIL_ARCHIVED),
  decline: when(DESK, UNTIL_ARCHIVED),
  askToRevise: when(DESK, UNTIL_ARCHIVED),
  undoDecision: when(DESK, UNTIL_ARCHIVED),
  reverseDecision: when(DESK, UNTIL_ARCHIVED),
  redact: when(DESK, UNTIL_ARCHIVED),
  answerAppeal: when(DESK, ONCE_OPENED),
  noteItem: when(DESK, ONCE_OPENED),
  recuse: when(DESK, ONCE_OPENED),
  decideMany: when(DESK, UNTIL_ARCHIVED),
  undoMany: when(DESK, UNTIL_ARCHIVED),
  screen: when(NOBODY, UNTIL_ARCHIVED),

  pose: when(DESK, RUNNING),
  unpose: when(DESK, UNTIL_ARCHIVED),
  answer: whileOpen(RESPONDENTS, RUNNING),
  markAnswered: when(CHAIR, UNTIL_ARCHIVED),
  reopenQuestion: when(CHAIR, UNTIL_ARCHIVED),
  pin: when(DESK, UNTIL_ARCHIVED),
  unpin: when(DESK, UNTIL_ARCHIVED),

  proposeMerge: when(DESK, UNTIL_ARCHIVED),
  /** Like taking back one’s own words. */
  answerMerge: when(SEATED, UNTIL_ARCHIVED),
  unmerge: when(DESK, UNTIL_ARCHIVED),

  render: when(RENDERERS, UNTIL_ARCHIVED),
  castVote: whileOpen(SPEAKERS, RUNNING),

  setFloor: when(CHAIR, BEFORE_CLOSE),
  askToSpeak: whileOpen(SPEAKERS, ['open']),
  leaveFloor: when(SEATED, RUNNING),
  declineRequest: when(CHAIR, RUNNING),
  yieldFloor: whileOpen(SPEAKERS, RUNNING),
  /** While a panel is paused no clock runs, and so nobody begins to speak. */
  giveFloor: when(DESK, ['open']),
  endSpeech: when(SPEAKERS, RUNNING),
};

/** Whether this actor may do this in this panel now, as far as role and phase go. */
export function can(actor: Actor, action: ActType, panel: Pick<PanelState, 'record'>): boolean {
  return objection(actor, action, panel.record.phase) === null;
}

/** Why not, or null. Whoever has not joined, or has no role for it, learns nothing about the phase. */
export function objection(actor: Actor, action: ActType, phase: Phase): RefusalCode | null {
  const permission = POLICY[action];
  if (actor.seat === null) return 'not-signed-in';
  if (action === 'screen' ? actor !== SYSTEM : !holds(actor, permission.roles)) return 'not-allowed';
  if (permission.phases.includes(phase)) return null;
  if (phase === 'none') return 'no-such-panel';
  return permission.already.includes(phase) ? 'already-so' : permission.otherwise;
}

/** Whether the actor has one of these roles. */
export function holds(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** Whether the desk and its decisions are open to this actor. */
export function isModerator(actor: Actor): boolean {
  return actor.seat !== null && holds(actor, DESK);
}

/** Whether items that moderators hand on come to this actor. */
export function isChair(actor: Actor): boolean {
  return actor.seat !== null && holds(actor, CHAIR);
}

/** Nothing but taking part: slow mode is for them. */
export function isOnlyParticipant(actor: Actor): boolean {
  return actor.roles.every((role) => role === 'participant' || role === 'observer');
}

function when(roles: readonly Role[], phases: readonly Phase[]): Permission {
  return { roles, phases, otherwise: 'wrong-phase', already: [] };
}

function whileOpen(roles: readonly Role[], phases: readonly Phase[]): Permission {
  return { roles, phases, otherwise: 'panel-not-open', already: [] };
}

function step(roles: readonly Role[], phases: readonly Phase[], already: readonly Phase[]): Permission {
  return { roles, phases, otherwise: 'wrong-phase', already };
}
