import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Written } from '../../parts/written.js';
import { Notice } from '../../ui/notice.js';
import type { Here } from './here.js';

/** Says once, calmly, that a panel is not as usual. */
export function PhaseNotice({ here: { record, panelId } }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { phase, pauseReason, treatment } = record;
  if (phase === 'paused') {
    return (
      <Notice tone="now">
        <strong>{t('paused')}</strong> {t('paused-hint')}
        {pauseReason && (
          <p dir="auto">
            <Written text={pauseReason} />
          </p>
        )}
      </Notice>
    );
  }
  if (phase === 'closed') {
    return (
      <Notice>
        <strong>{t('closed')}</strong> {t('closed-hint')}
      </Notice>
    );
  }
  if (phase === 'open' && treatment.eased) return <Notice>{t('eased')}</Notice>;
  if (phase !== 'archived') return null;
  return (
    <Notice
      action={
        <Link href={`/panels/${panelId}/replay`} className="button">
          {t('replay-it')}
        </Link>
      }
    >
      {t('archived-hint')}
    </Notice>
  );
}
