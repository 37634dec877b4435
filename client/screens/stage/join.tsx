import { useTranslation } from 'react-i18next';
import { shortCode } from '../../../domain/panel/short-code.js';
import { QrCode } from '../../ui/qr-code.js';

export interface JoinProps {
  readonly panelId: string;
  /** Where the title is not on the stage already. */
  readonly title?: string;
  readonly lang?: string | undefined;
}

/** How to get in: a picture for phones, an address and six characters for everybody else. */
export function Join({ panelId, title, lang }: JoinProps) {
  const { t } = useTranslation('stage');
  const code = shortCode(panelId);
  return (
    <aside className="stage-join">
      {title && (
        <h1 className="stage-title" lang={lang} dir="auto">
          {title}
        </h1>
      )}
      <div className="stage-way">
        <QrCode text={`${location.origin}/c/${code}`} label={t('qr')} />
        <p className="stage-address" dir="ltr">
          {location.host}
        </p>
        <p className="stage-code" dir="ltr" aria-label={t('code', { code })}>
          {code}
        </p>
      </div>
    </aside>
  );
}
