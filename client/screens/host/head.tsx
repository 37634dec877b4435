import { Clapperboard, ExternalLink, History, Inbox, Projector } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DeskView } from '../../../domain/wire/views.js';
import { PhaseMark } from '../../parts/phase-mark.js';
import { WAIT_MINUTES } from '../../parts/wait-minutes.js';
import { absoluteTime, duration } from '../../ui/formats.js';
import { useNow } from '../../ui/now.js';
import { ScreenTitle } from '../../ui/screen.js';
import type { Host } from './host.js';

export function Head({ host, desk }: { readonly host: Host; readonly desk: DeskView | null }) {
  const { record } = host;
  return (
    <header className="host-head">
      <ScreenTitle>{record.title}</ScreenTitle>
      <StateLine host={host} desk={desk} />
      <Ways host={host} desk={desk} />
    </header>
  );
}

/** “Live for 42 min · 128 here · 7 wait at the desk (oldest under 5 min)”. */
function StateLine({ host, desk }: { readonly host: Host; readonly desk: DeskView | null }) {
  const { t } = useTranslation(['host', 'common']);
  const { record, shown } = host;
  const isRunning = record.phase === 'open' || record.phase === 'paused';
  const waits = desk && desk.waiting > 0;

  return (
    <p className="host-state">
      <PhaseMark phase={record.phase} /> <Since host={host} />{' '}
      {isRunning && shown.here !== null && <span>{t('common:here', { count: shown.here })}</span>}{' '}
      {desk && (waits || isRunning) && (
        <span>
          {t('wait-at-desk', { count: desk.waiting })}
          {desk.oldest !== 'none' &&
            waits &&
            ` (${t(`oldest-${desk.oldest}`, { minutes: WAIT_MINUTES[desk.oldest] })})`}
        </span>
      )}
    </p>
  );
}

function Since({ host: { record } }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const { locale } = useLocale();
  const now = useNow();
  const { phase, openedAt, pausedAt, closedAt, startsAt } = record;
  const since = phase === 'paused' ? pausedAt : openedAt;

  if ((phase === 'open' || phase === 'paused') && since !== null) {
    return <span>{t('for-so-long', { duration: duration(locale, now - since) })}</span>;
  }
  if (closedAt !== null) return <span>{t('closed-at', { time: absoluteTime(locale, closedAt) })}</span>;
  if (startsAt !== null) return <span>{t('starts-at', { time: absoluteTime(locale, startsAt) })}</span>;
  return null;
}

function Ways({ host, desk }: { readonly host: Host; readonly desk: DeskView | null }) {
  const { t } = useTranslation(['host', 'common']);
  const { panelId, record } = host;
  const isOver = record.phase === 'closed' || record.phase === 'archived';
  const escalated = desk?.escalated ?? 0;

  return (
    <nav className="host-ways" aria-label={t('ways')}>
      <Link href={`/panels/${panelId}/desk`} className="button quiet">
        <Inbox aria-hidden size="1.15em" />
        <span>{t('to-desk')}</span>
        {escalated > 0 && <strong className="host-escalated">{t('escalated', { count: escalated })}</strong>}
      </Link>
      <a href={`/panels/${panelId}/stage`} className="button quiet" target="_blank" rel="noreferrer">
        <Projector aria-hidden size="1.15em" />
        <span>{t('to-stage')}</span>
        <ExternalLink size="0.9em" aria-label={t('new-window')} className="mirrors" />
      </a>
      <Link href={`/panels/${panelId}`} className="button quiet">
        <Clapperboard aria-hidden size="1.15em" />
        <span>{t('to-panel')}</span>
      </Link>
      {(isOver || record.published > 0) && (
        <Link href={`/panels/${panelId}/replay`} className="button quiet">
          <History aria-hidden size="1.15em" />
          <span>{t('to-replay')}</span>
        </Link>
      )}
    </nav>
  );
}
