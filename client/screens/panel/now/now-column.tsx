import { useTranslation } from 'react-i18next';
import type { Here } from '../here.js';
import { isOver } from '../is-over.js';
import { AnsweredList } from './answered-list.js';
import { Tallies } from './tallies.js';
import { VotingCard } from './voting-card.js';

/** What this reader is asked, before what others said of it. */
export function Voting({ here }: { readonly here: Here }) {
  return here.may.castVote && here.shown.mine && <VotingCard here={here} />;
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
      {isDone && <Tallies here={here} />}
      {isEmpty && <p className="hint">{t('now-empty')}</p>}
    </>
  );
}
