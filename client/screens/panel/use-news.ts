import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/panel/state.js';
import type { MineItem, MineView } from '../../../domain/wire/views.js';
import { announce } from '../../ui/announcer.js';
import { toast } from '../../ui/toasts.js';
import { newsBetween, type News } from './mine-news.js';

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

/** What became of one’s own contributions is told once, when it happens. */
export function useMineNews(mine: MineView | null, onShow: (contributionId: string, news: News) => void): void {
  const { t } = useTranslation('panel');
  const known = useRef<ReadonlyMap<string, MineItem> | null>(null);
  const show = useRef(onShow);
  useEffect(() => {
    show.current = onShow;
  });
  useEffect(() => {
    if (!mine) return;
    const before = known.current;
    known.current = new Map(mine.items.map((item) => [item.contributionId, item]));
    const newsOf = (item: MineItem) => newsBetween(before?.get(item.contributionId), item);
    const changed = mine.items.findLast((item) => newsOf(item) !== null);
    const news = changed && newsOf(changed);
    if (!changed || !news) return;
    const { contributionId } = changed;
    toast({
      id: 'mine',
      text: news === 'lapsed' ? t('standing_lapsed', { ns: 'common' }) : t(`mine-news_${news as 'published'}`),
      lasts: 12_000,
      action: { label: t('look'), run: () => show.current(contributionId, news) },
    });
  }, [mine, t]);
}
