import { useTranslation } from 'react-i18next';
import { useLocale } from 'react-aria-components';
import { duration } from '../../../ui/formats.js';
import { useNow } from '../../../ui/now.js';
import type { Here } from '../here.js';

/** One line on what becomes of what is sent now. */
export function WhatHappens({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { record, shown } = here;
  if (record.phase === 'paused') return <>{t('happens-paused')}</>;
  if (shown.connection !== 'live') return <>{t('happens-offline')}</>;

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
      {t('slow-mode', { time: duration(locale, Math.max(slowModeSeconds, 60) * 1000) })}{' '}
      <SlowLeft until={latest === 0 ? 0 : latest + slowModeSeconds * 1000} />
    </>
  );
}

function SlowLeft({ until }: { readonly until: number }) {
  const { t } = useTranslation('panel');
  const left = Math.ceil((until - useNow(1000)) / 1000);
  return left > 0 ? <span data-slow={left}>{t('slow-left', { count: left })}</span> : null;
}
