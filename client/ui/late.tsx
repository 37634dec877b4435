import { useState } from 'react';
import { useLater, type Later } from './later.js';
import { NotLoaded } from './not-loaded.js';

export interface LateProps<P> {
  readonly later: Later<P>;
  readonly props: P;
  /** Nothing is drawn before it is; what once was is kept. */
  readonly isWanted: boolean;
  readonly onLeave: () => void;
}

export function Late<P extends object>({ later, props, isWanted, onLeave }: LateProps<P>) {
  const [wasWanted, want] = useState(false);
  if (isWanted && !wasWanted) want(true);
  const { Part, hasFailed } = useLater(later, isWanted);

  if (Part) return wasWanted && <Part {...props} />;
  return isWanted && hasFailed && <NotLoaded onAgain={() => void later.again()} onLeave={onLeave} />;
}
