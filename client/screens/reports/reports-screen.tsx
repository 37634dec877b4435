import { Download, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Reply } from '../../../domain/wire/protocol.js';
import type { ForumReports } from '../../../domain/wire/reports.js';
import type { ForumSummary } from '../../../domain/wire/views.js';
import { forumOf } from '../../connection/api.js';
import { forumReportFiles, forumReports } from '../../connection/reports.js';
import { useAnswer } from '../../connection/use-answer.js';
import { refusalText } from '../../parts/refusal-text.js';
import { NoSuchForum } from '../../parts/sorry.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Empty, Loading } from '../../ui/waiting.js';
import '../report/report.css';
import { useOpenOnPaper } from '../report/use-open-on-paper.js';
import { Moderation } from './moderation.js';
import { NextPool } from './next-pool.js';
import { Pooled } from './pooled.js';
import './reports.css';

interface Fetched extends ForumReports {
  readonly forum: ForumSummary;
}

/** How groups were treated over several panels of a forum; for hosts also the next comparison, and what moderation did. */
export function ReportsScreen({ slug }: { readonly slug: string }) {
  const { t } = useTranslation(['reports', 'common']);
  const { reply, again } = useAnswer(slug, () => fetched(slug));

  if (reply === undefined) return <Loading label={t('opening')} lines={6} />;
  if (reply?.ok) return <ReportsPage {...reply.value} onPublished={again} />;
  if (reply?.refusal.code === 'no-such-forum') return <NoSuchForum />;
  return (
    <Page>
      <ScreenTitle>{t('title')}</ScreenTitle>
      <Notice tone="harm" action={<Button onPress={again}>{t('common:again')}</Button>}>
        {reply === null ? t('common:unreachable') : refusalText(reply.refusal)}
      </Notice>
    </Page>
  );
}

async function fetched(slug: string): Promise<Reply<Fetched> | null> {
  const [forum, reports] = await Promise.all([forumOf(slug), forumReports(slug)]);
  if (!forum?.ok) return forum;
  return reports?.ok ? { ok: true, value: { ...reports.value, forum: forum.value } } : reports;
}

function ReportsPage({ forum, hosting, reports, onPublished }: Fetched & { readonly onPublished: () => void }) {
  const { t } = useTranslation('reports');
  const page = useRef<HTMLDivElement>(null);
  useOpenOnPaper(page);
  useGrowth(reports.length, () => page.current?.querySelector('h1')?.focus());

  return (
    <div className="page report reports" ref={page}>
      <header className="report-head">
        <div>
          <p className="report-mark">{t('title')}</p>
          <ScreenTitle>{forum.title}</ScreenTitle>
        </div>
        {reports.length > 0 && <Files forum={forum.slug} />}
      </header>
      {reports.length === 0 && (
        <Empty title={t('none')}>
          <p className="report-text">{t('none-text')}</p>
        </Empty>
      )}
      {reports.map((pool) => (
        <Pooled key={pool.reportId} pool={pool} />
      ))}
      {hosting && <NextPool forum={forum.slug} onPublished={onPublished} />}
      {hosting && <Moderation forum={forum.slug} />}
      <footer className="report-foot">
        <p>{reports.length > 0 && t('made-by')}</p>
        <Link href={`/forums/${forum.slug}`}>{t('to-forum')}</Link>
      </footer>
    </div>
  );
}

/** What was just published stands on top, and the button for it is gone. */
function useGrowth(count: number, onGrowth: () => void): void {
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) onGrowth();
    before.current = count;
  }, [count, onGrowth]);
}

function Files({ forum }: { readonly forum: string }) {
  const { t } = useTranslation('report');
  const files = forumReportFiles(forum);
  return (
    <div className="row report-files">
      <Button icon={Printer} onPress={() => print()}>
        {t('print')}
      </Button>
      {(['csv', 'json'] as const).map((kind) => (
        <a key={kind} href={files[kind]} download={`reports-${forum}.${kind}`} className="button">
          <Download aria-hidden size="1.15em" />
          <span>{t(`as-${kind}`)}</span>
        </a>
      ))}
    </div>
  );
}
