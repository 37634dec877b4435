export type Form = 'decline' | 'revise' | 'escalate';

export type DeskAct =
  | 'next'
  | 'previous'
  | 'publish'
  | Form
  | 'focus'
  | 'undo'
  | 'reasons'
  | 'exchange'
  | 'history'
  | 'help'
  | 'reveal'
  | 'confirm'
  | 'leave'
  | `rule-${number}`;

/** What matters for what a key does just now. */
export interface DeskMoment {
  readonly hasItem: boolean;
  readonly form: Form | null;
  /** The connection stands and nothing is under way. */
  readonly isReady: boolean;
  /** Blurred until asked for: nobody decides on what they have not read. */
  readonly isHidden: boolean;
  readonly isEscalated: boolean;
  /** It is answered in writing, and decided on in no other way. */
  readonly isAppeal: boolean;
  readonly hasExchange: boolean;
  readonly hasPassed: boolean;
  readonly canUndo: boolean;
  readonly isHistory: boolean;
  readonly isFocused: boolean;
  readonly showsReasons: boolean;
  readonly rules: number;
}

const ACTS: Readonly<Record<string, DeskAct>> = {
  j: 'next',
  ' ': 'next',
  k: 'previous',
  f: 'publish',
  d: 'decline',
  v: 'revise',
  e: 'escalate',
  z: 'focus',
  u: 'undo',
  r: 'reasons',
  x: 'exchange',
  b: 'reveal',
  h: 'history',
  '?': 'help',
  Enter: 'confirm',
  Escape: 'leave',
};

export const DESK_KEYS: readonly string[] = [...Object.keys(ACTS), ...'123456789'];

/** What this key does now; null: nothing, and the browser may have it. */
export function actOf(key: string, moment: DeskMoment): DeskAct | null {
  const act = /^[1-9]$/.test(key) ? (`rule-${Number(key)}` as const) : ACTS[key];
  return act && isPossible(act, moment) ? act : null;
}

export function isPossible(act: DeskAct, moment: DeskMoment): boolean {
  const { hasItem, form, isReady, isHistory } = moment;
  if (act === 'help') return true;
  if (act === 'leave') return form !== null || isHistory || moment.isFocused || moment.showsReasons;
  if (act === 'history') return form === null;
  if (isHistory) return false;
  if (act.startsWith('rule-')) return hasItem && Number(act.slice(5)) <= moment.rules && takesRule(moment);
  return form === null ? isPossibleAtItem(act, moment) : isPossibleInForm(act, hasItem && isReady, moment);
}

function isPossibleAtItem(act: DeskAct, moment: DeskMoment): boolean {
  const { hasItem, isReady, isHidden } = moment;
  const decides = hasItem && isReady && !isHidden && !moment.isAppeal;
  switch (act) {
    case 'next':
      return isReady;
    case 'previous':
      return isReady && moment.hasPassed;
    case 'publish':
    case 'decline':
    case 'revise':
      return decides;
    case 'escalate':
      return decides && !moment.isEscalated;
    case 'undo':
      return isReady && moment.canUndo;
    case 'confirm':
      return false;
    default:
      return isPossibleAnyway(act, moment);
  }
}

function isPossibleInForm(act: DeskAct, mayConfirm: boolean, moment: DeskMoment): boolean {
  return act === 'confirm' ? mayConfirm : isPossibleAnyway(act, moment);
}

/** What changes nothing but the view. */
function isPossibleAnyway(act: DeskAct, { hasItem, isHidden, hasExchange, form }: DeskMoment): boolean {
  if (act === 'exchange') return hasItem && hasExchange;
  if (act === 'reveal') return hasItem && isHidden;
  if (act === 'reasons') return hasItem && form === null;
  return act === 'focus' && hasItem;
}

/** Digits choose where the rules are in sight. */
function takesRule({ form, showsReasons, isReady, isHidden, isAppeal }: DeskMoment): boolean {
  if (isAppeal) return false;
  if (form !== null) return form !== 'escalate';
  return showsReasons && isReady && !isHidden;
}
