import { Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phase } from '../../../domain/panel/state.js';
import { shortCode } from '../../../domain/panel/short-code.js';
import { summaryOf } from '../../connection/hosting.js';
import { usePolled } from '../../connection/use-polled.js';
import { Button } from '../../ui/button.js';
import { QrCode } from '../../ui/qr-code.js';
import type { Host } from './host.js';
import { copy } from './copy.js';
import { PrintSheet } from './print-sheet.js';

/** Where everybody gets in, and after the close where all of it is read again. */
export function Entry({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const { value } = usePolled(() => summaryOf(host.panelId), 10_000);
  const stage = stageOf(host.record.phase);
  const isOver = stage === 'over';
  const address = `${location.origin}/panels/${host.panelId}${isOver ? '/replay' : ''}`;

  return (
    <section className="host-block" aria-labelledby="entry">
      <h2 id="entry">{t(isOver ? 'entry-over-title' : 'entry')}</h2>
      <p>{t(value?.access === 'invitation' ? 'entry-invitation' : `entry-${stage}`)}</p>
      {isOver ? <WayBack address={address} /> : <WayIn host={host} address={address} />}
    </section>
  );
}

function WayIn({ host, address }: { readonly host: Host; readonly address: string }) {
  const { t } = useTranslation(['host', 'common']);
  const [isPrinting, setPrinting] = useState(false);
  const code = shortCode(host.panelId);

  return (
    <>
      <div className="host-entry">
        <QrCode text={address} label={t('qr-label')} />
        <dl>
          <dt>{t('code')}</dt>
          <dd className="host-code" dir="ltr">
            {code}
          </dd>
          <dt>{t('address')}</dt>
          <dd className="host-address" dir="ltr" data-copy>
            {address}
          </dd>
        </dl>
      </div>
      <div className="row">
        <CopyAddress address={address} />
        <Button look="quiet" icon={Printer} onPress={() => setPrinting(true)}>
          {t('print')}
        </Button>
      </div>
      {isPrinting && (
        <PrintSheet
          title={host.record.title}
          text={t('print-entry')}
          link={address}
          code={code}
          onDone={() => setPrinting(false)}
        />
      )}
    </>
  );
}

function WayBack({ address }: { readonly address: string }) {
  return (
    <>
      <p className="host-address" dir="ltr" data-copy>
        {address}
      </p>
      <div className="row">
        <CopyAddress address={address} />
      </div>
    </>
  );
}

function CopyAddress({ address }: { readonly address: string }) {
  const { t } = useTranslation(['host', 'common']);
  return (
    <Button icon={Copy} onPress={() => void copy(address, t('common:copied'))}>
      {t('copy-address')}
    </Button>
  );
}

function stageOf(phase: Phase): 'before' | 'open' | 'over' {
  if (phase === 'closed' || phase === 'archived') return 'over';
  return phase === 'open' || phase === 'paused' ? 'open' : 'before';
}
