import { describe, expect, it } from '@jest/globals';
import { queuesOf } from '../testing/entries.js';
import { passerBy } from '../testing/people.js';
import { decide } from './decide/index.js';
import { initialState } from './evolve.js';
import type { ActType, PanelIntent } from './intents.js';
import { can, isModerator, objection, POLICY } from './policy.js';
import { ROLES, SYSTEM, type Actor } from './roles.js';
import type { PanelState, Phase } from './state.js';

const PHASES: readonly Phase[] = ['none', 'draft', 'scheduled', 'open', 'paused', 'closed', 'archived'];

/**
 * The whole of who may do what, and when, written out by hand. A row: the roles in order of rank (owner, host, moderator,
 * panellist, interpreter, participant, observer), then the answer in each phase (none, draft, scheduled, open, paused,
 * closed, archived).
 *
 * `Y` may, `.` not allowed; `+` yes, `-` wrong phase, `x` panel not open, `=` already so, `0` no such panel.
 */
const TABLE: { readonly [K in ActType]: readonly [roles: string, phases: string] } = {
  draftPanel: ['YY.....', '+======'],
  amendPanel: ['YY.....', '0+++++-'],
  schedulePanel: ['YY.....', '0+++++-'],
  openPanel: ['YY.....', '0++=---'],
  pausePanel: ['YYY....', '0--+=--'],
  resumePanel: ['YYY....', '0--=+--'],
  closePanel: ['YY.....', '0--++=-'],
  archivePanel: ['YY.....', '0----+='],
  setPublication: ['YY.....', '0++++--'],
  setQueue: ['YY.....', '0++++--'],
  holdEverything: ['YYY....', '0--++--'],
  setSlowMode: ['YYY....', '0++++--'],
  setRules: ['YY.....', '0++++--'],
  setTreatment: ['YY.....', '0++++--'],

  openThread: ['YYY....', '0++++--'],
  proposeThread: ['YYYYYY.', '0x++xxx'],
  acceptThread: ['YYY....', '0++++--'],
  declineThread: ['YYY....', '0+++++-'],
  renameThread: ['YYY....', '0++++--'],
  closeThread: ['YYY....', '0++++--'],
  reopenThread: ['YYY....', '0++++--'],

  submit: ['YYYYYY.', '0xx+xxx'],
  edit: ['YYYYYY.', '0xx++xx'],
  resubmit: ['YYYYYY.', '0xx++xx'],
  proposeMerge: ['YYY....', '0--+++-'],
  answerMerge: ['YYYYYYY', '0--+++-'],
  unmerge: ['YYY....', '0--+++-'],
  withdraw: ['YYYYYYY', '0--+++-'],
  appeal: ['YYYYYYY', '0--++++'],

  takeNext: ['YYY....', '0--++++'],
  take: ['YYY....', '0--++++'],
  renewLease: ['YYY....', '0--++++'],
  release: ['YYY....', '0--++++'],
  publish: ['YYY....', '0--+++-'],
  escalate: ['YYY....', '0--+++-'],
  decline: ['YYY....', '0--+++-'],
  askToRevise: ['YYY....', '0--+++-'],
  undoDecision: ['YYY....', '0--+++-'],
  reverseDecision: ['YYY....', '0--+++-'],
  redact: ['YYY....', '0--+++-'],
  answerAppeal: ['YYY....', '0--++++'],
  noteItem: ['YYY....', '0--++++'],
  recuse: ['YYY....', '0--++++'],
  decideMany: ['YYY....', '0--+++-'],
  undoMany: ['YYY....', '0--+++-'],
  screen: ['.......', '0--+++-'],

  pose: ['YYY....', '0--++--'],
  unpose: ['YYY....', '0--+++-'],
  answer: ['YY.Y...', '0xx++xx'],
  markAnswered: ['YY.....', '0--+++-'],
  reopenQuestion: ['YY.....', '0--+++-'],
  pin: ['YYY....', '0--+++-'],
  unpin: ['YYY....', '0--+++-'],

  render: ['YYY.Y..', '0--+++-'],
  castVote: ['YYYYYY.', '0xx++xx'],

  setFloor: ['YY.....', '0++++--'],
  askToSpeak: ['YYYYYY.', '0xx+xxx'],
  leaveFloor: ['YYYYYYY', '0--++--'],
  declineRequest: ['YY.....', '0--++--'],
  yieldFloor: ['YYYYYY.', '0xx++xx'],
  giveFloor: ['YYY....', '0--+---'],
  endSpeech: ['YYYYYY.', '0--++--'],
};

const ANSWERS = {
  '+': null,
  '-': 'wrong-phase',
  x: 'panel-not-open',
  '=': 'already-so',
  '0': 'no-such-panel',
} as const;

const INTENTS = Object.keys(TABLE) as ActType[];

describe('who may do what, and when', () => {
  it('[H1] knows every intent there is', () => {
    expect(INTENTS.toSorted()).toEqual(Object.keys(POLICY).toSorted());
  });

  describe.each(INTENTS)('%s', (intent) => {
    const [roles, phases] = TABLE[intent];

    it.each(PHASES)('[H1] answers each role as the table says while the panel is %s', (phase) => {
      const answer = ANSWERS[phases[PHASES.indexOf(phase)] as keyof typeof ANSWERS];
      const expected = ROLES.map((role, i) => [role, roles[i] === 'Y' ? answer : 'not-allowed']);

      expect(ROLES.map((role) => [role, objection(seated(role), intent, phase)])).toEqual(expected);
      expect(ROLES.filter((role) => can(seated(role), intent, inPhase(phase)))).toEqual(
        ROLES.filter((_, i) => roles[i] === 'Y' && answer === null),
      );
    });

    it('[H1] is refused by decide wherever the table refuses it', () => {
      for (const phase of PHASES) {
        for (const role of ROLES) {
          const refused = objection(seated(role), intent, phase);
          if (!refused) continue;
          expect(decided(intent, seated(role), phase)).toMatchObject({ ok: false, refusal: { code: refused } });
        }
      }
    });

    it.each(PHASES)('[H1] asks a passer-by to join first while the panel is %s', (phase) => {
      expect(decided(intent, passerBy, phase)).toMatchObject({ ok: false, refusal: { code: 'not-signed-in' } });
      expect(can({ ...passerBy, roles: ROLES }, intent, inPhase(phase))).toBe(false);
    });

    it.each(PHASES)('[H1] is not for a seat without a role while the panel is %s', (phase) => {
      expect(objection({ seat: 'somebody', roles: [] }, intent, phase)).toBe('not-allowed');
    });
  });

  it('[H1] lets the widest of several roles count', () => {
    expect(can({ seat: 'ana', roles: ['observer', 'moderator'] }, 'takeNext', inPhase('open'))).toBe(true);
  });

  it('[M43] lets nobody but the house itself say what an outside service noticed', () => {
    expect(objection(SYSTEM, 'screen', 'open')).toBeNull();
    expect(objection({ ...SYSTEM }, 'screen', 'open')).toBe('not-allowed');
    expect(INTENTS.filter((intent) => can(SYSTEM, intent, inPhase('open')))).toEqual(['screen']);
  });

  it('[M1] opens the desk to owner, host and moderator', () => {
    expect(ROLES.filter((role) => isModerator(seated(role)))).toEqual(['owner', 'host', 'moderator']);
    expect(isModerator({ seat: null, roles: ['moderator'] })).toBe(false);
  });
});

function seated(role: Actor['roles'][number]): Actor {
  return { seat: role, roles: [role] };
}

function inPhase(phase: Phase): PanelState {
  return { ...initialState, record: { ...initialState.record, phase } };
}

/** The table refuses before an intent’s own fields are looked at. */
function decided(type: ActType, actor: Actor, phase: Phase) {
  const intent = { type, intentId: 'intent', panelId: 'panel' } as PanelIntent;
  return decide(inPhase(phase), intent, { actor, at: 0, newId: 'new', queues: queuesOf([]) });
}
