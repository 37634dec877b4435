import { Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortCode } from '../../../domain/panel/short-code.js';
import { summaryOf } from '../../connection/hosting.js';
import { usePolled } from '../../connection/use-polled.js';
import { Button } from '../../ui/button.js';
import { QrCode } from '../../ui/qr-code.js';
import type { Host } from './host.js';
import { copy } from './copy.js';
import { PrintSheet } from './print-sheet.js';

/** Where everybody gets in. */
export function Entry({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const [isPrinting, setPrinting] = useState(false);
  const { value } = usePolled(() => summaryOf(host.panelId), 10_000);
  const address = `${location.origin}/panels/${host.panelId}`;
  const code = shortCode(host.panelId);

  return (
    <section className="host-block" aria-labelledby="entry">
      <h2 id="entry">{t('entry')}</h2>
      <p>{t(value?.access === 'invitation' ? 'entry-invitation' : 'entry-open')}</p>
      <div className="host-entry">
        <QrCode text={address} label={t('qr-label')} />
        <dl>
          <dt>{t('code')}</dt>
          <dd className="host-code" dir="ltr">
            {code}
          </dd>
          <dt>{t('address')}</dt>
          <dd className="host-address" dir="ltr">
            {address}
          </dd>
        </dl>
      </div>
      <div className="row">
        <Button icon={Copy} onPress={() => void copy(address, t('common:copied'))}>
          {t('copy-address')}
        </Button>
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
    </section>
  );
}
