import { useId, type ReactNode } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PanelSummary } from '../../../domain/wire/views.js';
import { useNow } from '../../ui/now.js';
import { Empty } from '../../ui/waiting.js';
import { PanelRow } from './panel-row.js';
import { startOfDay, timetable } from './timetable.js';

export interface PanelListProps {
  readonly panels: readonly PanelSummary[];
  /** Below the heading of a forum, so one level deeper. */
  readonly isBelow?: boolean;
}

/** What is on, what comes when, what can be read again. */
export function PanelList({ panels, isBelow = false }: PanelListProps) {
  const { t } = useTranslation('doors');
  const { now, days, undated, over } = timetable(panels);
  if (panels.length === 0) return <Empty title={t('no-panel')}>{t('no-panel-hint')}</Empty>;

  const level = isBelow ? 'h3' : 'h2';
  return (
    <div className="timetable">
      {now.length > 0 && <Group level={level} title={t('now')} panels={now} look="now" />}
      {days.map((day) => (
        <OneDay key={day.startsAt} level={level} {...day} />
      ))}
      {undated.length > 0 && <Group level={level} title={t('undated')} panels={undated} />}
      {over.length > 0 && <Group level={level} title={t('over')} panels={over} />}
    </div>
  );
}

type Level = 'h2' | 'h3';

interface OneDayProps {
  readonly level: Level;
  readonly startsAt: number;
  readonly panels: readonly PanelSummary[];
}

function OneDay({ level, startsAt, panels }: OneDayProps) {
  const { t } = useTranslation('doors');
  const { locale } = useLocale();
  const isToday = startOfDay(useNow(60_000)) === startsAt;
  const date = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(startsAt);
  const title = isToday ? (
    <>
      {t('today')} <span className="date">{date}</span>
    </>
  ) : (
    date
  );
  return <Group level={level} title={title} panels={panels} look={isToday ? 'today' : ''} />;
}

interface GroupProps {
  readonly level: Level;
  readonly title: ReactNode;
  readonly panels: readonly PanelSummary[];
  readonly look?: string;
}

function Group({ level: Heading, title, panels, look = '' }: GroupProps) {
  const id = useId();
  return (
    <section className={`group ${look}`} aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      <ul>
        {panels.map((panel) => (
          <PanelRow key={panel.panelId} panel={panel} level={Heading === 'h2' ? 'h3' : 'h4'} />
        ))}
      </ul>
    </section>
  );
}
