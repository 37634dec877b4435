import { useRef, useState } from 'react';

/** Until what a tap did is drawn, and a moment more: a second tap would mean whoever has the floor by then. */
const SETTLING_MS = 1000;

export interface OneTap {
  readonly isBusy: boolean;
  /** Nothing while another act is under way. */
  run(act: () => Promise<unknown>): void;
}

/** A key that is held is one tap. */
export function once(act: () => void): (event: KeyboardEvent) => void {
  return ({ repeat }) => {
    if (!repeat) act();
  };
}

/** All that moves the floor goes through one of these: what stands under the finger may be another button by then. */
export function useOneTap(): OneTap {
  const [isBusy, setBusy] = useState(false);
  const isUnderWay = useRef(false);
  const setUnderWay = (is: boolean) => {
    isUnderWay.current = is;
    setBusy(is);
  };

  return {
    isBusy,
    run: (act) => {
      if (isUnderWay.current) return;
      setUnderWay(true);
      void act().finally(() => setTimeout(() => setUnderWay(false), SETTLING_MS));
    },
  };
}
