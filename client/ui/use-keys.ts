import { useEffect, useRef } from 'react';

/** By `KeyboardEvent.key`; a letter in lower case, with `Shift+` before it where shift is held. */
export type KeyMap = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

/**
 * Keys for the whole page: never while somebody writes, chooses in a list or has a dialog open, and never with Ctrl, Alt
 * or Meta, which belong to the browser. A letter is also heard by its place on the keyboard, so that `f` is where it is on
 * a Cyrillic or Arabic layout.
 */
export function useKeys(keys: KeyMap, isOn = true): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });

  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTaken(event)) return;
      const act = namesOf(event)
        .map((name) => latest.current[name])
        .find((one) => one !== undefined);
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOn]);
}

function namesOf({ key, code, shiftKey }: KeyboardEvent): readonly string[] {
  const shift = (name: string) => (shiftKey ? [`Shift+${name}`] : [name]);
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return [
    ...shift(key.length === 1 ? key.toLowerCase() : key),
    // `?` is a shifted key of its own on most keyboards.
    ...(shiftKey && !/^[a-z]$/i.test(key) ? [key] : []),
    ...(letter && !/^[a-z]$/i.test(key) ? shift(letter) : []),
    ...(digit ? [digit] : []),
  ];
}

const WRITING =
  'input:not([type=checkbox],[type=radio],[type=range],[type=button]), textarea, select, [contenteditable=true]';

function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(WRITING)) return true;
  if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')) {
    return !target.closest('[data-keys-here]');
  }
  // Space and Enter press what has the focus; arrows move within a group.
  if (key === ' ' || key === 'Enter') return target.closest('button, a, summary, [role=button]') !== null;
  if (key.startsWith('Arrow')) return target.closest('[role=radiogroup], [role=slider], [role=tablist]') !== null;
  return false;
}
