import type { HouseRule } from '../../../domain/panel/events.js';
import { useKeys, type KeyMap } from '../../ui/use-keys.js';
import { missingIn } from './decision-form.js';
import type { Notes } from './kept.js';
import { actOf, DESK_KEYS, isPossible, type DeskAct, type DeskMoment, type Form } from './logic/keys.js';
import { noteWith, templateFor } from './logic/note.js';
import { loadTemplates } from './templates.js';
import type { DeskViewActs, DeskViewState } from './use-desk-view.js';
import type { Decision } from './work/decisions.js';
import type { DeskWork, WorkShown } from './work/desk-work.js';

export interface Room {
  readonly shown: WorkShown;
  readonly work: DeskWork;
  readonly view: DeskViewState;
  readonly views: DeskViewActs;
  readonly notes: Notes;
  readonly rules: readonly HouseRule[];
  readonly isLive: boolean;
}

export interface Acts {
  readonly moment: DeskMoment;
  readonly perform: (act: DeskAct) => void;
  readonly chooseRule: (ruleId: string | null) => void;
  readonly putTemplate: () => void;
}

/** Everything a moderator may do, by key or by button, and when. */
export function useActs(room: Room): Acts {
  const moment = momentOf(room);
  const perform = (act: DeskAct) => {
    if (isPossible(act, moment)) doIt(room, act);
  };
  const keys = DESK_KEYS.flatMap((key) => {
    const act = actOf(key, moment);
    return act ? [[key, () => doIt(room, act)] as const] : [];
  });
  useKeys(Object.fromEntries(keys) as KeyMap);
  return {
    moment,
    perform,
    chooseRule: (ruleId) => chooseRule(room, ruleId),
    putTemplate: () => void offer(room, verdictOf(room.view.form), ruleOf(room), true),
  };
}

function momentOf({ shown, view, rules, isLive }: Room): DeskMoment {
  const { item, isBusy, hasPassed, undoables } = shown;
  return {
    hasItem: item !== null,
    form: item === null ? null : view.form,
    isReady: isLive && !isBusy,
    isHidden: view.isHidden,
    isEscalated: (item?.escalation ?? null) !== null,
    isAppeal: (item?.appeal ?? null) !== null,
    hasExchange: (item?.exchange.length ?? 0) > 0,
    hasPassed,
    canUndo: undoables.length > 0,
    isHistory: view.isHistory,
    isFocused: view.isFocused,
    showsReasons: view.showsReasons,
    rules: rules.length,
  };
}

function doIt(room: Room, act: DeskAct): void {
  const { shown, work, view, views } = room;
  const last = shown.undoables[0]?.decision.contributionId;
  switch (act) {
    case 'next':
      return void (shown.stage === 'all-passed' && !shown.item ? work.startOver() : work.next());
    case 'previous':
      return void work.previous();
    case 'publish':
      return void work.decide({ type: 'publish' });
    case 'decline':
    case 'revise':
    case 'escalate':
      return views.open(act);
    case 'confirm':
      return confirm(room);
    case 'leave':
      return leave(room);
    case 'undo':
      return void (last !== undefined && work.undo(last));
    case 'reasons':
      return views.toggleReasons();
    case 'exchange':
      return views.toggleExchange();
    case 'reveal':
      return views.reveal();
    case 'focus':
      return views.toggleFocus();
    case 'history':
      return views.showHistory(!view.isHistory);
    case 'help':
      return views.show('help');
    default:
      return pickRule(room, Number(act.slice(5)));
  }
}

/** A digit in sight of the rules begins a refusal under that rule. */
function pickRule(room: Room, digit: number): void {
  const rule = room.rules[digit - 1];
  if (!rule) return;
  if (room.view.form === null) room.views.open('decline');
  chooseRule(room, rule.id);
}

function chooseRule(room: Room, ruleId: string | null): void {
  const id = room.shown.item?.contributionId;
  if (id === undefined) return;
  room.notes.keep(id, { ruleId });
  void offer(room, verdictOf(room.view.form), ruleId, false);
}

/** Puts the template in; beside somebody’s own words only where they asked for it. */
async function offer(
  { shown: { item }, notes }: Room,
  verdict: 'decline' | 'revise',
  ruleId: string | null,
  isAsked: boolean,
): Promise<void> {
  if (!item || (ruleId === null && !isAsked)) return;
  const templates = await loadTemplates(item.lang);
  // Another rule may have been chosen meanwhile.
  if (!templates || notes.of(item.contributionId).ruleId !== ruleId) return;
  const offered = templateFor(templates, verdict, ruleId);
  const { note } = notes.of(item.contributionId);
  const own = noteWith(note, offered, templates);
  notes.keep(item.contributionId, { note: isAsked && own !== offered ? `${note}\n\n${offered}` : own });
}

function confirm(room: Room): void {
  const { shown, work, view, views, notes } = room;
  const id = shown.item?.contributionId;
  if (id === undefined || view.form === null) return;
  const draft = notes.of(id);
  if (missingIn(view.form, draft) !== null) return views.tried();
  void work.decide(decisionOf(view.form, draft));
}

/** The innermost thing that is open. */
function leave({ view, views }: Room): void {
  if (view.form !== null) return views.open(null);
  if (view.isHistory) return views.showHistory(false);
  if (view.showsReasons) return views.toggleReasons();
  if (view.isFocused) views.toggleFocus();
}

function decisionOf(form: Form, { ruleId, note }: { readonly ruleId: string | null; readonly note: string }): Decision {
  if (form === 'escalate') return { type: 'escalate', note };
  if (form === 'revise') return { type: 'askToRevise', ruleId, note };
  return { type: 'decline', ruleId: ruleId ?? '', note };
}

function verdictOf(form: Form | null): 'decline' | 'revise' {
  return form === 'revise' ? 'revise' : 'decline';
}

function ruleOf({ shown, notes }: Room): string | null {
  return shown.item ? notes.of(shown.item.contributionId).ruleId : null;
}
