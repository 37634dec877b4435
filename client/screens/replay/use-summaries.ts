import { useEffect, useRef, useState } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReplayShown } from '../../connection/replay-shown.js';
import type { ReplayStore } from '../../connection/replay-store.js';
import { announce } from '../../ui/announcer.js';
import { duration } from '../../ui/formats.js';
import { useInto } from './clocks.js';

const EVERY_MS = 5_000;
const SETTLED_MS = 400;

/** While it plays, one sentence in five seconds: where we are and how much came. */
export function useSummaries(store: ReplayStore, isPlaying: boolean): void {
  const { t } = useTranslation('replay');
  const into = useInto();
  const published = useRef(0);

  useEffect(() => {
    if (!isPlaying) return;
    published.current = store.snapshot().moment?.record.published ?? 0;
    const timer = setInterval(() => {
      const { axis, moment } = store.snapshot();
      if (!axis || !moment) return;
      const count = moment.record.published - published.current;
      published.current = moment.record.published;
      if (count > 0) announce(`${into(store.time() - axis.origin)}: ${t('new', { count })}`);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [store, isPlaying, into, t]);
}

/** Where the reader went, once they have arrived: the words of the item, or the instant. */
export function useArrival(shown: ReplayShown): string {
  const { t } = useTranslation(['replay', 'common']);
  const into = useInto();
  const [said, setSaid] = useState('');
  const { axis, player, moment, item, people } = shown;
  const isSilent = player.isPlaying || !axis || !moment;
  const contribution = item === null ? undefined : moment?.record.contributions.get(item);
  const words = contribution?.words;
  const name = words?.author ? (people[words.author]?.name ?? '') : '';
  const where = axis ? into(player.time - axis.origin) : '';
  const what = contribution
    ? [t(`common:kind_${contribution.kind}`), name, words?.text.slice(0, 280) ?? t('common:tombstone')]
        .filter(Boolean)
        .join(', ')
    : t('said-so-far', { count: moment?.record.published ?? 0 });
  const sentence = isSilent ? '' : `${where}. ${what}`;
  const first = useRef(true);

  useEffect(() => {
    if (sentence === '') return;
    const timer = setTimeout(() => {
      // Where the page opened is what the reader reads anyhow.
      if (!first.current) setSaid(sentence);
      first.current = false;
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  return said;
}

const SHOWN_MS = 2_500;

/** “18 min of silence skipped”, for a moment. */
export function useSkipped({ skipped }: Pick<ReplayShown, 'skipped'>): string | null {
  const { t } = useTranslation('replay');
  const { locale } = useLocale();
  const [gone, setGone] = useState(0);
  const count = skipped?.count ?? 0;

  useEffect(() => {
    if (count === 0) return;
    const timer = setTimeout(() => setGone(count), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [count]);
  if (!skipped || gone >= count) return null;
  return t('silence-skipped', { duration: silence(locale, skipped.ms) });
}

function silence(locale: string, ms: number): string {
  if (ms >= 60_000) return duration(locale, ms);
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'short' }).format(
    Math.round(ms / 1000),
  );
}
