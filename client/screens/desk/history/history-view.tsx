import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseRule, Verdict } from '../../../../domain/panel/events.js';
import type { DecisionMade } from '../../../../domain/wire/views.js';
import type { DeskStore } from '../../../connection/desk-store.js';
import { Button } from '../../../ui/button.js';
import { Choices, Toggle } from '../../../ui/choices.js';
import { Notice } from '../../../ui/notice.js';
import { Empty, Loading } from '../../../ui/waiting.js';
import { useFocusOn } from '../item-view.js';
import { HistoryRow } from './history-row.js';
import { useHistory } from './use-history.js';

export interface HistoryViewProps {
  readonly store: DeskStore;
  readonly rules: readonly HouseRule[];
  /** Of the moderator who looks. */
  readonly seat: string | null;
  readonly isLive: boolean;
  readonly isArchived: boolean;
}

type Filter = 'all' | Verdict;
const FILTERS = ['all', 'publish', 'revise', 'decline', 'redact'] as const;

/** What was decided here by everybody, and the way to decide otherwise. */
export function HistoryView({ store, rules, seat, isLive, isArchived }: HistoryViewProps) {
  const { t } = useTranslation(['desk', 'common']);
  const { made, more, again } = useHistory(store);
  const [filter, setFilter] = useState<Filter>('all');
  const [isMine, setMine] = useState(false);
  const shown = made.decisions.filter(isWanted(filter, isMine ? seat : null));

  return (
    <section className="desk-history" aria-labelledby="desk-history-title">
      <h2 id="desk-history-title" ref={useFocusOn('history')} tabIndex={-1}>
        {t('history')}
      </h2>
      <div className="desk-filters">
        <Choices
          label={t('history-filter')}
          isLabelUnseen
          value={filter}
          onChange={setFilter}
          options={FILTERS.map((value) => ({ value, label: t(`filter_${value}`) }))}
        />
        <Toggle label={t('history-mine')} isOn={isMine} onChange={setMine} />
      </div>
      {made.state === 'failed' && (
        <Notice tone="harm" action={<Button onPress={again}>{t('common:again')}</Button>}>
          {made.why || t('common:unreachable')}
        </Notice>
      )}
      {made.state === 'loading' && made.decisions.length === 0 && <Loading label={t('common:loading')} />}
      {made.state === 'ready' && shown.length === 0 && (
        <Empty title={t(made.decisions.length === 0 ? 'history-none' : 'history-none-such')} />
      )}
      <ol className="desk-decisions">
        {shown.map((decision) => (
          <HistoryRow
            key={decision.order}
            {...{ decision, rules, store, seat }}
            mayChange={isLive && !isArchived}
            onDone={again}
          />
        ))}
      </ol>
      {made.next !== null && (
        <Button isBusy={made.state === 'loading'} onPress={more}>
          {t('history-more')}
        </Button>
      )}
    </section>
  );
}

function isWanted(filter: Filter, seat: string | null) {
  return ({ verdict, by }: DecisionMade) =>
    (filter === 'all' || verdict === filter) && (seat === null || by.seat === seat);
}
