import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { HOLDING_SLOW_MODE_S } from '../../../domain/panel/limits.js';
import type { RecordState } from '../../../domain/panel/state.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import type { Host } from './host.js';

export function isHeld({ phase, publication, slowModeSeconds }: RecordState): boolean {
  return phase === 'paused' && publication.mode === 'before' && slowModeSeconds >= HOLDING_SLOW_MODE_S;
}

/** What is held, and the way back one step at a time. */
export function HeldNotice({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  if (!isHeld(host.record)) return null;

  return (
    <Notice tone="now">
      <div className="held">
        <h2>{t('held-title')}</h2>
        <p>{t('held-text', { count: host.record.slowModeSeconds })}</p>
        <ol className="held-steps">
          <li>
            <Link href={`/panels/${host.panelId}/desk`}>{t('held-step-desk')}</Link>
          </li>
          <li>
            <span>{t('held-step-slow')}</span>
            <Button
              isDisabled={!host.isLive || !host.may('setSlowMode')}
              onPress={() => void host.act('setSlowMode', { seconds: 0 })}
            >
              {t('slow-end')}
            </Button>
          </li>
          <li>
            <span>{t('held-step-resume')}</span>
            <Button
              look="primary"
              keyName="p"
              isDisabled={!host.isLive || !host.may('resumePanel')}
              onPress={() => void host.act('resumePanel', {})}
            >
              {t('resume')}
            </Button>
          </li>
        </ol>
        <p className="hint">{t('held-hint')}</p>
      </div>
    </Notice>
  );
}
