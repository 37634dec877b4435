import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '../../../domain/panel/state.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/waiting.js';
import type { Host } from './host.js';
import { NextFilter } from './next-filter.js';
import { nextQuestions, type Wish } from './next-questions.js';
import { OneQuestion } from './one-question.js';
import { AlikeList } from './alike-list.js';
import { PoseDialog } from './pose-dialog.js';
import type { OwnOrder } from './use-own-order.js';

const AT_ONCE = 20;

/** All published questions, to be put to the panellists by hand. */
export function NextInLine({ host, own }: { readonly host: Host; readonly own: OwnOrder }) {
  const { t } = useTranslation(['host', 'common']);
  const [wish, setWish] = useState<Wish>({ words: '', threadId: '', order: 'support' });
  const [many, setMany] = useState(AT_ONCE);
  const [posing, setPosing] = useState<Contribution | null>(null);
  const { record } = host;
  const questions = useMemo(() => nextQuestions(record, wish), [record, wish]);
  const isSearching = wish.words !== '' || wish.threadId !== '';

  return (
    <section className="host-next" aria-labelledby="next-in-line">
      <h2 id="next-in-line">{t('next-in-line')}</h2>
      <AlikeList host={host} />
      <NextFilter wish={wish} onChange={setWish} threads={[...record.threads.values()]} />
      {questions.length === 0 && (
        <Empty title={t(isSearching ? 'next-none-found' : 'next-none')}>
          {!isSearching && <p>{t('next-none-text')}</p>}
        </Empty>
      )}
      <ul className="host-questions">
        {questions.slice(0, many).map((one) => (
          <OneQuestion key={one.id} host={host} question={one} own={own} onPose={setPosing} />
        ))}
      </ul>
      <div className="row">
        {questions.length > many && (
          <Button onPress={() => setMany(many + AT_ONCE)}>{t('show-more', { count: questions.length - many })}</Button>
        )}
        {host.shown.earlier !== 'none' && (
          <Button
            look="quiet"
            isBusy={host.shown.earlier === 'loading'}
            isDisabled={!host.isLive}
            onPress={() => void host.store.loadWhole()}
          >
            {t('read-whole')}
          </Button>
        )}
      </div>
      {posing && <PoseDialog host={host} question={posing} onDone={() => setPosing(null)} />}
    </section>
  );
}
