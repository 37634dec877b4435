import { useTranslation } from 'react-i18next';
import type { Here } from '../here.js';
import { AnsweredList } from './answered-list.js';
import { Tallies } from './tallies.js';
import { VotingCard } from './voting-card.js';

/** What happens now, besides the threads. */
export function NowColumn({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { record, may, shown } = here;
  const isOver = record.phase === 'closed' || record.phase === 'archived';
  const isEmpty = record.posed.every(({ answers }) => answers.length === 0) && !isOver && !may.castVote;

  return (
    <>
      {may.castVote && shown.mine && <VotingCard here={here} />}
      <AnsweredList here={here} />
      {isOver && <Tallies here={here} />}
      {isEmpty && <p className="hint">{t('now-empty')}</p>}
    </>
  );
}
