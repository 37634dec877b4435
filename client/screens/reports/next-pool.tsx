import { FileChartColumn } from 'lucide-react';
import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../domain/wire/protocol.js';
import type { NextPanel, NextPool as Next, PublishedPool } from '../../../domain/wire/reports.js';
import { nextPool, publishPool } from '../../connection/reports.js';
import { useAnswer } from '../../connection/use-answer.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/confirm.js';
import { toast } from '../../ui/toasts.js';

/** Fewer neither clear nor convict. */
const ENOUGH = 5;

export interface NextPoolProps {
  readonly forum: string;
  readonly onPublished: () => void;
}

/** For hosts: what a comparison published now would be over, and the act itself. */
export function NextPool({ forum, onPublished }: NextPoolProps) {
  const { t } = useTranslation('reports');
  const { reply, again } = useAnswer(forum, () => nextPool(forum));
  if (!reply?.ok) return null;
  const { panels, least } = reply.value;

  return (
    <section className="host-block" aria-labelledby="next">
      <h2 id="next">{t('next')}</h2>
      <p className="report-text">{panels.length === 0 ? t('next-none', { count: least }) : t('next-text')}</p>
      <ul className="caveats">
        {panels.map((panel) => (
          <NextLine key={panel.panelId} panel={panel} />
        ))}
      </ul>
      {panels.length >= least ? (
        <Publishing
          forum={forum}
          next={reply.value}
          onDone={(isPublished) => {
            again();
            if (isPublished) onPublished();
          }}
        />
      ) : (
        panels.length > 0 && <p className="report-text">{t('next-more', { count: least })}</p>
      )}
    </section>
  );
}

function NextLine({ panel: { title, smallUntil } }: { readonly panel: NextPanel }) {
  const { t } = useTranslation('reports');
  const { locale } = useLocale();
  const date = smallUntil !== null && new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(smallUntil);
  return (
    <li>
      <bdi>{title}</bdi> <small>{date ? t('small-until', { date }) : t('small-over')}</small>
    </li>
  );
}

interface PublishingProps {
  readonly forum: string;
  readonly next: Next;
  readonly onDone: (isPublished: boolean) => void;
}

function Publishing({ forum, next: { panels }, onDone }: PublishingProps) {
  const { t } = useTranslation(['reports', 'common']);
  const [asks, setAsks] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const publish = async () => {
    setBusy(true);
    const reply = await publishPool(
      forum,
      panels.map(({ panelId }) => panelId),
    );
    setBusy(false);
    setAsks(false);
    if (reply?.ok) toast({ id: 'pool', text: t('done') });
    else toast({ id: 'pool', text: told(reply), tone: 'harm' });
    onDone(reply?.ok === true);
  };
  const told = (reply: Reply<PublishedPool> | null) => {
    if (!reply || reply.ok) return t('common:unreachable');
    return reply.refusal.code === 'not-pending' ? t('changed') : refusalText(reply.refusal);
  };

  return (
    <>
      {panels.length < ENOUGH && <p className="report-text">{t('next-few')}</p>}
      <div className="row">
        <Button look="primary" icon={FileChartColumn} onPress={() => setAsks(true)}>
          {t('publish')}
        </Button>
      </div>
      <Confirm
        isOpen={asks}
        title={t('confirm', { count: panels.length })}
        action={t('publish')}
        cancel={t('common:cancel')}
        isBusy={isBusy}
        onConfirm={() => void publish()}
        onCancel={() => setAsks(false)}
      >
        <p>{t('confirm-text')}</p>
      </Confirm>
    </>
  );
}
