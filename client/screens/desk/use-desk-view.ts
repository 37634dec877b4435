import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { DeskItem } from '../../../domain/wire/views.js';
import type { Sheet } from './desk-top.js';
import { keepBlur, wantsBlur } from './kept.js';
import type { Form } from './logic/keys.js';

/** What is open on the screen, and for which item. */
export interface DeskViewState {
  readonly form: Form | null;
  readonly hasTried: boolean;
  readonly showsReasons: boolean;
  readonly isExchangeOpen: boolean;
  readonly isHidden: boolean;
  readonly isFocused: boolean;
  readonly isBlurred: boolean;
  readonly isHistory: boolean;
  readonly sheet: Sheet | null;
}

interface OfItem {
  readonly itemId: string | null;
  readonly form: Form | null;
  readonly hasTried: boolean;
  readonly isExchangeOpen: boolean;
  readonly isRevealed: boolean;
}

const FRESH = { form: null, hasTried: false, isExchangeOpen: false, isRevealed: false };

export interface DeskViewActs {
  open(form: Form | null): void;
  tried(): void;
  toggleReasons(): void;
  toggleExchange(): void;
  reveal(): void;
  toggleFocus(): void;
  blur(isOn: boolean): void;
  showHistory(isOn: boolean): void;
  show(sheet: Sheet | null): void;
}

/** A form, an uncovered text and an unfolded exchange belong to their item: another one begins afresh. */
export function useDeskView(item: DeskItem | null): readonly [DeskViewState, DeskViewActs] {
  const [ofItem, setOfItem] = useState<OfItem>({ itemId: null, ...FRESH });
  const [showsReasons, setReasons] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [isBlurred, setBlurred] = useState(wantsBlur);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [path, navigate] = useLocation();
  const isHistory = new URLSearchParams(useSearch()).has('history');

  const itemId = item?.contributionId ?? null;
  const own = ofItem.itemId === itemId ? ofItem : { itemId, ...FRESH };
  // At once, so that an item that comes back begins afresh as well.
  if (own !== ofItem) setOfItem(own);
  const change = (part: Partial<OfItem>) => setOfItem({ ...own, ...part });
  const acts: DeskViewActs = {
    open: (form) => change({ form, hasTried: false }),
    tried: () => change({ hasTried: true }),
    toggleReasons: () => setReasons(!showsReasons),
    toggleExchange: () => change({ isExchangeOpen: !own.isExchangeOpen }),
    reveal: () => change({ isRevealed: true }),
    toggleFocus: () => setFocused(!isFocused),
    blur: (isOn) => {
      keepBlur(isOn);
      setBlurred(isOn);
    },
    showHistory: (isOn) => navigate(isOn ? `${path}?history` : path),
    show: setSheet,
  };
  useWholePage(isFocused && item !== null);

  const isHidden = isBlurred && itemId !== null && !own.isRevealed;
  return [{ ...own, showsReasons, isFocused, isBlurred, isHidden, isHistory, sheet }, acts];
}

/** In focus mode the page has nothing else, not even its own top. */
function useWholePage(isOn: boolean): void {
  useEffect(() => {
    document.documentElement.classList.toggle('desk-alone', isOn);
    return () => document.documentElement.classList.remove('desk-alone');
  }, [isOn]);
}
