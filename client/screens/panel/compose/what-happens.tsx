import { useTranslation } from 'react-i18next';
import { useLocale } from 'react-aria-components';
import { useNow } from '../../../ui/now.js';
import { useOnline } from '../../../ui/use-online.js';
import type { Here } from '../here.js';

/** One line on what becomes of what is sent now. */
export function WhatHappens({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { record, shown } = here;
  const isOnline = useOnline();
  if (record.phase === 'paused') return <>{t('happens-paused')}</>;
  if (shown.connection !== 'live' || !isOnline) return <>{t('happens-offline')}</>;

  const { mode, trustedAfter } = record.publication;
  const published = shown.mine?.items.filter(({ standing }) => standing === 'published').length ?? 0;
  const isReadFirst = mode === 'before' || (mode === 'trusted' && published < trustedAfter);
  return (
    <>
      {t(isReadFirst ? 'happens-read-first' : 'happens-published')} <SlowMode here={here} />
    </>
  );
}

function SlowMode({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { locale } = useLocale();
  const { slowModeSeconds } = here.record;
  const latest = Math.max(0, ...(here.shown.mine?.items.map(({ at }) => at) ?? []));
  if (slowModeSeconds === 0 || !here.may.isSlowed) return null;

  return (
    <>
      {t('slow-mode', { time: toTheSecond(locale, slowModeSeconds) })}{' '}
      <SlowLeft until={latest === 0 ? 0 : latest + slowModeSeconds * 1000} />
    </>
  );
}

function SlowLeft({ until }: { readonly until: number }) {
  const { t } = useTranslation('panel');
  const left = Math.ceil((until - useNow(1000)) / 1000);
  return left > 0 ? <span data-slow={left}>{t('slow-left', { count: left })}</span> : null;
}

/** “30 sec”, “1 min, 30 sec”: somebody waits for it. */
function toTheSecond(locale: string, seconds: number): string {
  const parts = [
    [Math.floor(seconds / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const words = parts
    .filter(([n]) => n > 0)
    .map(([n, unit]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(n));
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(words);
}
