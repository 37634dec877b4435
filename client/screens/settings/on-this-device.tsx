import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetHere, keptHere } from '../../connection/device.js';
import { useSession } from '../../connection/use-session.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/confirm.js';

/** What this browser keeps, and the way to be rid of it. */
export function OnThisDevice() {
  const { t } = useTranslation('doors');
  const { unsent } = useSession();
  const [asked, setAsked] = useState<{ readonly drafts: number; readonly unsent: number } | null>(null);
  const [isBusy, setBusy] = useState(false);

  const forget = async () => {
    setBusy(true);
    await forgetHere();
    location.reload();
  };
  return (
    <section aria-labelledby="device">
      <h2 id="device">{t('device')}</h2>
      <p>{t('device-kept')}</p>
      <div className="row">
        <Button onPress={() => void unsent().then((count) => setAsked({ ...keptHere(), unsent: count }))}>
          {t('device-forget')}
        </Button>
      </div>
      <Confirm
        isOpen={asked !== null}
        title={t('device-forget-title')}
        action={t('device-forget')}
        cancel={t('cancel', { ns: 'common' })}
        isBusy={isBusy}
        onConfirm={() => void forget()}
        onCancel={() => setAsked(null)}
      >
        <p>{t('device-drafts', { count: asked?.drafts ?? 0 })}</p>
        <p>{t('device-unsent', { count: asked?.unsent ?? 0 })}</p>
        <p>{t('device-forget-text')}</p>
      </Confirm>
    </section>
  );
}
