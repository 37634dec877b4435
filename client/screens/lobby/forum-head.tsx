import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ForumSummary } from '../../../domain/wire/views.js';
import type { ForumPanels } from '../../connection/api.js';
import { Written } from '../../parts/written.js';
import { ScreenTitle } from '../../ui/screen.js';
import { hostsAll, NewPanelDoor } from '../host/new-panel-door.js';
import { daysOf } from './timetable.js';

export function ForumHead({ forum, panels }: ForumPanels) {
  return (
    <div className="forum-head">
      <ScreenTitle>{forum.title}</ScreenTitle>
      <Days panels={panels} />
      <Description forum={forum} />
      <ReportsLink forum={forum} panels={panels} />
      <NewPanelDoor forumId={forum.forumId} panels={panels} />
    </div>
  );
}

/** One of several, with the way to its own page. */
export function ForumName({ forum, panels }: ForumPanels) {
  const { t } = useTranslation('doors');
  return (
    <div className="forum-head">
      <h2 id={`forum-${forum.forumId}`} dir="auto">
        <Link href={`/forums/${forum.slug}`}>
          <Written text={forum.title} />
          <span className="unseen"> {t('forum-page')}</span>
        </Link>
      </h2>
      <Days panels={panels} />
      <Description forum={forum} />
      <ReportsLink forum={forum} panels={panels} />
      <NewPanelDoor forumId={forum.forumId} panels={panels} />
    </div>
  );
}

/** Where there is a report over several panels; for those who host all of it, as soon as anything was decided on. */
function ReportsLink({ forum, panels }: ForumPanels) {
  const { t } = useTranslation('doors');
  const isThere = panels.some(({ report }) => report === 'pooled');
  if (!isThere && !(hostsAll(panels) && panels.some(({ openedAt }) => openedAt !== null))) return null;
  return (
    <p>
      <Link href={`/forums/${forum.slug}/reports`}>{t('forum-reports')}</Link>
    </p>
  );
}

function Days({ panels }: Pick<ForumPanels, 'panels'>) {
  const { locale } = useLocale();
  const days = daysOf(panels);
  if (!days) return null;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return <p className="days">{format.formatRange(...days)}</p>;
}

function Description({ forum }: { readonly forum: ForumSummary }) {
  if (!forum.description) return null;
  return (
    <p className="description" dir="auto">
      <Written text={forum.description} />
    </p>
  );
}
