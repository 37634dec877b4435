import { useMemo, useSyncExternalStore } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Axis } from '../../connection/replay-axis.js';
import type { ReplayStore } from '../../connection/replay-store.js';
import { clockInto } from './instant.js';

/** How far into the panel, in the reader’s own way of counting. */
export function useInto(): (into: number) => string {
  const { locale } = useLocale();
  return useMemo(() => {
    const days = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'narrow' });
    const digits = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210)].reverse();
    return (into: number) => {
      const parts = clockInto(into);
      const clock = parts.clock.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
      return parts.days > 0 ? `${days.format(parts.days)} ${clock}` : clock;
    };
  }, [locale]);
}

/** The time of that day, with its date and time zone. */
export function useOfDay(): (time: number) => string {
  const { locale } = useLocale();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' });
    return (time: number) => format.format(time);
  }, [locale]);
}

/** The second the playhead is in, counted from the opening. */
export function useSecond(store: ReplayStore, { origin }: Axis): number {
  return useSyncExternalStore(store.subscribeTime, () => origin + Math.floor((store.time() - origin) / 1000) * 1000);
}

export function Clocks({ store, axis }: { readonly store: ReplayStore; readonly axis: Axis }) {
  const { t } = useTranslation('replay');
  const second = useSecond(store, axis);
  const into = useInto();
  const ofDay = useOfDay();

  return (
    <p className="clocks">
      <span className="into">
        <span className="unseen">{t('clock-into')} </span>
        <bdi>{into(second - axis.origin)}</bdi>
        <span className="of" aria-hidden>
          {' / '}
          <bdi>{into(axis.end - axis.origin)}</bdi>
        </span>
      </span>
      <span className="of-day">
        <span className="unseen">{t('clock-of-day')} </span>
        <time dateTime={new Date(second).toISOString()}>{ofDay(second)}</time>
      </span>
    </p>
  );
}
