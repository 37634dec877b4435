import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordState, Standing } from '../../../domain/panel/state.js';
import type { MineView } from '../../../domain/wire/views.js';
import { announce } from '../../ui/announcer.js';
import { toast } from '../../ui/toasts.js';

const SUMMED_MS = 5_000;

/** What came in is told to screen readers as one number, at most every five seconds. */
export function useArrivals({ published }: RecordState): void {
  const { t } = useTranslation('panel');
  const before = useRef(published);
  const count = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    count.current += Math.max(0, published - before.current);
    before.current = published;
    if (count.current === 0 || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      announce(t('arrived', { count: count.current }));
      count.current = 0;
    }, SUMMED_MS);
  }, [published, t]);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
}

const TOLD: readonly Standing[] = ['published', 'declined', 'revise', 'redacted', 'lapsed'];

/** What became of one’s own contributions is told once, when it happens. */
export function useMineNews(mine: MineView | null, onShow: (contributionId: string, standing: Standing) => void): void {
  const { t } = useTranslation('panel');
  const known = useRef<ReadonlyMap<string, Standing> | null>(null);
  const show = useRef(onShow);
  useEffect(() => {
    show.current = onShow;
  });
  useEffect(() => {
    if (!mine) return;
    const before = known.current;
    known.current = new Map(mine.items.map(({ contributionId, standing }) => [contributionId, standing]));
    const changed = mine.items.findLast(({ contributionId, standing }) => {
      const was = before?.get(contributionId);
      return was !== undefined && was !== standing && TOLD.includes(standing);
    });
    if (!changed) return;
    const { contributionId, standing } = changed;
    toast({
      id: 'mine',
      text: standing === 'lapsed' ? t('standing_lapsed', { ns: 'common' }) : t(`mine-news_${standing as 'published'}`),
      lasts: 12_000,
      action: { label: t('look'), run: () => show.current(contributionId, standing) },
    });
  }, [mine, t]);
}
