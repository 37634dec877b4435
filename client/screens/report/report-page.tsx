import { Download, Printer } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PanelReport } from '../../../domain/amplify/report/panel-report.js';
import type { PanelSummary } from '../../../domain/wire/views.js';
import { reportFiles } from '../../connection/reports.js';
import { Button } from '../../ui/button.js';
import { ScreenTitle } from '../../ui/screen.js';
import { Empty } from '../../ui/waiting.js';
import { Annex } from './annex.js';
import { Appeals } from './appeals.js';
import { Declines } from './declines.js';
import { Headline } from './headline.js';
import { KeyFigures } from './key-figures.js';
import { Shares } from './shares.js';
import { SlatePart } from './slate.js';
import { useOpenOnPaper } from './use-open-on-paper.js';
import { Waits } from './waits.js';

export interface ReportPageProps {
  readonly panel: Pick<PanelSummary, 'panelId' | 'forumId' | 'title' | 'languages' | 'report'>;
  readonly report: PanelReport;
}

export function ReportPage({ panel, report }: ReportPageProps) {
  const { t } = useTranslation('report');
  const page = useRef<HTMLDivElement>(null);
  useOpenOnPaper(page);
  const isEmpty = report.people.hidden && report.slate.length === 0;

  return (
    <div className="page report" ref={page}>
      <header className="report-head">
        <div>
          <p className="report-mark">{t('title')}</p>
          <ScreenTitle {...(panel.languages[0] ? { lang: panel.languages[0] } : {})}>{panel.title}</ScreenTitle>
        </div>
        <Files panelId={panel.panelId} />
      </header>
      {isEmpty ? (
        <Empty title={t('few-title')}>
          <p className="report-text">{t('few-text')}</p>
        </Empty>
      ) : (
        <>
          <Headline headline={report.headline} turnsAre={report.turnsAre} />
          <KeyFigures report={report} />
          <Shares report={report} />
          <Waits report={report} />
          <SlatePart slate={report.slate} />
          <Declines report={report} />
          <Appeals appeals={report.appeals} />
          <Annex annex={report.annex} />
        </>
      )}
      <footer className="report-foot">
        <p>{t('made-by', { method: report.method })}</p>
        <div className="report-ways">
          {panel.report === 'pooled' && <Link href={`/forums/${panel.forumId}/reports`}>{t('to-pooled')}</Link>}
          <Link href={`/panels/${panel.panelId}/replay`}>{t('to-replay')}</Link>
        </div>
      </footer>
    </div>
  );
}

function Files({ panelId }: { readonly panelId: string }) {
  const { t } = useTranslation('report');
  const files = reportFiles(panelId);
  const name = `report-${panelId}`;

  return (
    <div className="row report-files">
      <Button icon={Printer} onPress={() => print()}>
        {t('print')}
      </Button>
      <a href={files.csv} download={`${name}.csv`} className="button">
        <Download aria-hidden size="1.15em" />
        <span>{t('as-csv')}</span>
      </a>
      <a href={files.json} download={`${name}.json`} className="button">
        <Download aria-hidden size="1.15em" />
        <span>{t('as-json')}</span>
      </a>
    </div>
  );
}
