import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Here } from '../here.js';
import { isOver } from '../is-over.js';
import { AnsweredList } from './answered-list.js';

const Tallies = lazy(async () => ({ default: (await import('./tallies.js')).Tallies }));
const VotingCard = lazy(async () => ({ default: (await import('./voting-card.js')).VotingCard }));

/** What this reader is asked, before what others said of it. */
export function Voting({ here }: { readonly here: Here }) {
  if (!here.may.castVote || !here.shown.mine) return null;
  return (
    <Suspense fallback={null}>
      <VotingCard here={here} />
    </Suspense>
  );
}

/** What happens now, besides the threads. */
export function NowColumn({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { record, may } = here;
  const isDone = isOver(record.phase);
  const isEmpty = record.posed.every(({ answers }) => answers.length === 0) && !isDone && !may.castVote;

  return (
    <>
      <AnsweredList here={here} />
      <Suspense fallback={null}>{isDone && <Tallies here={here} />}</Suspense>
      {isEmpty && <p className="hint">{t('now-empty')}</p>}
    </>
  );
}
