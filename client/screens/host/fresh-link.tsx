import { Copy, Printer, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../domain/panel/roles.js';
import { Button } from '../../ui/button.js';
import { QrCode } from '../../ui/qr-code.js';
import { copy } from './copy.js';
import type { Host } from './host.js';
import { PrintSheet } from './print-sheet.js';

export interface Fresh {
  readonly role: Role;
  readonly maxUses: number;
  readonly link: string;
}

export interface FreshLinkProps {
  readonly host: Host;
  readonly fresh: Fresh;
  readonly onDone: () => void;
}

/** The one time the link is there. */
export function FreshLink({ host, fresh: { role, maxUses, link }, onDone }: FreshLinkProps) {
  const { t } = useTranslation(['host', 'common']);
  const [isPrinting, setPrinting] = useState(false);
  const share = () => void navigator.share({ title: host.record.title, url: link }).catch(() => undefined);

  return (
    <div className="fresh-link" role="status">
      <p>
        <strong>{t('fresh', { role: t(`common:role_${role}`), count: maxUses })}</strong>
      </p>
      <p className="hint">{t('fresh-once')}</p>
      <QrCode text={link} label={t('qr-label')} />
      <p className="host-address" dir="ltr" data-copy>
        {link}
      </p>
      <div className="row">
        <Button look="primary" icon={Copy} onPress={() => void copy(link, t('common:copied'))}>
          {t('copy-link')}
        </Button>
        {'share' in navigator && (
          <Button icon={Share2} onPress={share}>
            {t('share')}
          </Button>
        )}
        <Button icon={Printer} onPress={() => setPrinting(true)}>
          {t('print')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('fresh-done')}
        </Button>
      </div>
      {isPrinting && (
        <PrintSheet
          title={host.record.title}
          text={t('print-invitation', { role: t(`common:role_${role}`) })}
          link={link}
          onDone={() => setPrinting(false)}
        />
      )}
    </div>
  );
}
