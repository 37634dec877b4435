import { FileChartColumn } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { publishReport, reportState, watchedGroups } from '../../connection/reports.js';
import { useAnswer } from '../../connection/use-answer.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/confirm.js';
import { toast } from '../../ui/toasts.js';
import type { Host } from './host.js';

/** Who was heard and how people were treated: told once, when nothing changes any more. */
export function TheReport({ host: { panelId } }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const { reply: answer, again } = useAnswer(panelId, () => reportState(panelId));
  const [asks, setAsks] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  if (!answer?.ok) return null;
  const { published } = answer.value;

  const publish = async () => {
    setIsBusy(true);
    const reply = await publishReport(panelId);
    setIsBusy(false);
    setAsks(false);
    if (reply && !reply.ok) toast({ id: 'report', text: refusalText(reply.refusal), tone: 'harm' });
    if (!reply) toast({ id: 'report', text: t('common:unreachable'), tone: 'harm' });
    again();
  };

  return (
    <section className="host-block" aria-labelledby="the-report">
      <h2 id="the-report">{t('report')}</h2>
      <p>{t(published ? 'report-published' : 'report-text')}</p>
      {published && <Watched panelId={panelId} />}
      {published ? (
        <Link href={`/panels/${panelId}/report`} className="button">
          <FileChartColumn aria-hidden size="1.25em" />
          {t('report-read')}
        </Link>
      ) : (
        <Button look="primary" icon={FileChartColumn} onPress={() => setAsks(true)}>
          {t('report-publish')}
        </Button>
      )}
      <Confirm
        isOpen={asks}
        title={t('report-confirm')}
        action={t('report-publish')}
        cancel={t('common:cancel')}
        isBusy={isBusy}
        onConfirm={() => void publish()}
        onCancel={() => setAsks(false)}
      >
        <p>{t('report-confirm-text')}</p>
      </Confirm>
    </section>
  );
}

/** Not in the report: one panel neither clears nor convicts. */
function Watched({ panelId }: { readonly panelId: string }) {
  const { t, i18n } = useTranslation('host');
  const { reply } = useAnswer(panelId, () => watchedGroups(panelId));
  const groups = (reply?.ok && reply.value.groups) || [];
  if (groups.length === 0) return null;
  const titles = groups.map(({ title }) => `\u2068${title}\u2069`);
  return <p className="hint">{t('report-watch', { groups: new Intl.ListFormat(i18n.language).format(titles) })}</p>;
}
