import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { POLICY } from '../../../domain/panel/policy.js';
import type { PanelSummary } from '../../../domain/wire/views.js';
import { PhaseMark } from '../../parts/phase-mark.js';
import { Written } from '../../parts/written.js';
import { duration } from '../../ui/formats.js';
import { useNow } from '../../ui/now.js';
import { lengthOf } from './timetable.js';

export interface PanelRowProps {
  readonly panel: PanelSummary;
  readonly level: 'h3' | 'h4';
}

/** One panel: when, what, how it stands, and the one thing to do. */
export function PanelRow({ panel, level: Heading }: PanelRowProps) {
  const { panelId, title, languages, phase } = panel;
  return (
    <li className="panel-row" data-panel={panelId} data-phase={phase}>
      <When panel={panel} />
      <div className="what">
        <Heading className="title" lang={languages[0]} dir="auto">
          <Written text={title} />
        </Heading>
        <p className="state">
          <State panel={panel} />
        </p>
        <QuietLinks panel={panel} />
      </div>
      <Enter panel={panel} />
    </li>
  );
}

function When({ panel: { phase, startsAt, endsAt, openedAt } }: { readonly panel: PanelSummary }) {
  const { locale } = useLocale();
  const at = openedAt ?? startsAt;
  if (at === null) return <span className="when" />;

  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const isOver = phase === 'closed' || phase === 'archived';
  return (
    <time className="when" dateTime={new Date(at).toISOString()}>
      {isOver && <span className="day">{day.format(at)}</span>}
      <span>{openedAt === null && endsAt !== null ? time.formatRange(at, endsAt) : time.format(at)}</span>
    </time>
  );
}

function State({ panel }: { readonly panel: PanelSummary }) {
  const { t } = useTranslation('doors');
  const { locale } = useLocale();
  const now = useNow();
  const { phase, startsAt, here, published } = panel;
  const length = lengthOf(panel);
  const said: string[] = [];
  if (phase === 'open' || (phase === 'paused' && here > 0)) said.push(t('here', { ns: 'common', count: here }));
  if (phase === 'scheduled' && startsAt !== null) {
    said.push(startsAt > now ? t('opens', { time: duration(locale, startsAt - now) }) : t('opens-soon'));
  }
  if (length !== null) said.push(duration(locale, length));
  if (phase === 'closed' || phase === 'archived') said.push(t('contributions', { ns: 'common', count: published }));

  return (
    <>
      <PhaseMark phase={phase} />
      {said.map((one) => (
        <span key={one} className="more">
          {one}
        </span>
      ))}
    </>
  );
}

/** What was told of it when it was over; and the places of the few who work here. */
function QuietLinks({ panel: { panelId, title, roles, phase, report } }: { readonly panel: PanelSummary }) {
  const { t } = useTranslation('doors');
  const isChair = roles.includes('owner') || roles.includes('host');
  const isModerator = isChair || roles.includes('moderator');
  if (!isModerator && report === 'none') return null;

  return (
    <p className="roles">
      {report !== 'none' && (
        <Link href={`/panels/${panelId}/report`}>
          {t('report')}
          <span className="unseen">
            {' '}
            <bdi>{title}</bdi>
          </span>
        </Link>
      )}
      {isModerator && phase !== 'archived' && <Link href={`/panels/${panelId}/desk`}>{t('desk')}</Link>}
      {isChair && <Link href={`/panels/${panelId}/host`}>{t('host')}</Link>}
      {isChair && <Link href={`/panels/${panelId}/stage`}>{t('stage')}</Link>}
    </p>
  );
}

function Enter({ panel }: { readonly panel: PanelSummary }) {
  const { t } = useTranslation('doors');
  const { panelId, title, languages, phase } = panel;
  const way = wayIn(panel);

  return (
    <Link
      href={way === 'replay' ? `/panels/${panelId}/replay` : `/panels/${panelId}`}
      className={`button ${phase === 'open' || phase === 'paused' ? 'primary' : ''}`}
    >
      {t(way)}
      <span className="unseen">
        {' '}
        <bdi lang={languages[0]}>{title}</bdi>
      </span>
    </Link>
  );
}

function wayIn({ phase, roles }: PanelSummary): 'join-in' | 'follow' | 'replay' | 'see' {
  if (phase === 'open') return roles.some((role) => POLICY.submit.roles.includes(role)) ? 'join-in' : 'follow';
  if (phase === 'paused') return 'follow';
  return phase === 'archived' ? 'replay' : 'see';
}
