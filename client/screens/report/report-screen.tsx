import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Reply } from '../../../domain/wire/protocol.js';
import type { PanelSummary } from '../../../domain/wire/views.js';
import type { PanelReport } from '../../../domain/amplify/report/panel-report.js';
import { panelOf } from '../../connection/api.js';
import { panelReport } from '../../connection/reports.js';
import { useAnswer } from '../../connection/use-answer.js';
import { refusalText } from '../../parts/refusal-text.js';
import { NoSuchPanel } from '../../parts/sorry.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Empty, Loading } from '../../ui/waiting.js';
import { ReportPage } from './report-page.js';
import './report.css';

interface Fetched {
  readonly panel: PanelSummary;
  /** null: not published. */
  readonly report: PanelReport | null;
}

/** How a panel went: who was heard, what was heard, how people were treated. */
export function ReportScreen({ panelId }: { readonly panelId: string }) {
  const { t } = useTranslation(['report', 'common']);
  const { reply, again } = useAnswer(panelId, () => fetched(panelId));

  if (reply === undefined) return <Loading label={t('opening')} lines={6} />;
  if (reply === null) {
    return (
      <Page>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <Notice tone="harm" action={<Button onPress={again}>{t('common:again')}</Button>}>
          {t('common:unreachable')}
        </Notice>
      </Page>
    );
  }
  if (!reply.ok) {
    if (reply.refusal.code === 'no-such-panel') return <NoSuchPanel />;
    return (
      <Page>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <Notice tone="harm">{refusalText(reply.refusal)}</Notice>
      </Page>
    );
  }
  const { panel, report } = reply.value;
  return report ? <ReportPage panel={panel} report={report} /> : <NotYet panel={panel} />;
}

async function fetched(panelId: string): Promise<Reply<Fetched> | null> {
  const [panel, report] = await Promise.all([panelOf(panelId), panelReport(panelId)]);
  if (!panel?.ok) return panel;
  return report && { ok: true, value: { panel: panel.value, report: report.ok ? report.value : null } };
}

function NotYet({ panel }: { readonly panel: PanelSummary }) {
  const { t } = useTranslation('report');
  const isOver = panel.phase === 'closed' || panel.phase === 'archived';

  return (
    <Page className="report">
      <ScreenTitle {...(panel.languages[0] ? { lang: panel.languages[0] } : {})}>{panel.title}</ScreenTitle>
      <Empty title={t(isOver ? 'not-published-title' : 'not-over-title')}>
        <p className="report-text">{t(isOver ? 'not-published-text' : 'not-over-text')}</p>
        <Link href={`/panels/${panel.panelId}${isOver ? '/replay' : ''}`} className="button">
          {t(isOver ? 'to-replay' : 'to-panel')}
        </Link>
      </Empty>
    </Page>
  );
}
