import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/panel/state.js';
import { Written } from '../../parts/written.js';
import { absoluteTime, clockTime, duration } from '../../ui/formats.js';
import { useNow } from '../../ui/now.js';
import { QrCode } from '../../ui/qr-code.js';
import { FitText } from './fit-text.js';
import { Join } from './join.js';
import { isNear } from './stage-view.js';

interface SceneProps {
  readonly panelId: string;
  readonly record: RecordState;
}

/** Nothing is before the panel: everybody is asked. */
export function Invite({ panelId, record, here }: SceneProps & { readonly here: number | null }) {
  const { t } = useTranslation(['stage', 'common']);
  return (
    <div className="stage-split wide-join">
      <section className="stage-scene">
        <Title record={record} />
        <p className="stage-ask">{t('send')}</p>
        {here !== null && <p className="stage-here">{t('common:here', { count: here })}</p>}
      </section>
      <Join panelId={panelId} />
    </div>
  );
}

export function Before({ panelId, record }: SceneProps) {
  return (
    <div className="stage-split wide-join">
      <section className="stage-scene">
        <Title record={record} />
        {record.startsAt !== null && <Countdown to={record.startsAt} />}
      </section>
      <Join panelId={panelId} />
    </div>
  );
}

export function Paused({ panelId, record }: SceneProps) {
  const { t } = useTranslation('stage');
  return (
    <div className="stage-split wide-join">
      <section className="stage-scene">
        <Title record={record} />
        <p className="stage-ask">{t('paused')}</p>
        {record.pauseReason && (
          <p className="stage-reason" dir="auto">
            <Written text={record.pauseReason} />
          </p>
        )}
      </section>
      <Join panelId={panelId} />
    </div>
  );
}

export function Over({ panelId, record }: SceneProps) {
  const { t } = useTranslation('stage');
  const address = `${location.origin}/panels/${panelId}/replay`;
  return (
    <div className="stage-split wide-join">
      <section className="stage-scene">
        <Title record={record} />
        <p className="stage-ask">{t('thanks')}</p>
      </section>
      <aside className="stage-join">
        <div className="stage-way">
          <QrCode text={address} label={t('qr-replay')} />
          <p className="stage-address">{t('replay')}</p>
        </div>
      </aside>
    </div>
  );
}

function Title({ record }: { readonly record: RecordState }) {
  const { t } = useTranslation('stage');
  const lang = record.languages[0];
  return (
    <FitText as="h1" of={record.title} {...(lang ? { lang } : {})} whenCut={t('cut')}>
      <Written text={record.title} />
    </FitText>
  );
}

function Countdown({ to }: { readonly to: number }) {
  const { t } = useTranslation('stage');
  const { locale } = useLocale();
  const left = to - useNow(1000);
  if (left <= 0) return <p className="stage-ask">{t('any-moment')}</p>;

  return (
    <div role="timer" className="stage-countdown">
      <p className="stage-ask">{t('starts-in')}</p>
      <p className="stage-digits">{isNear(left) ? <span dir="ltr">{clockTime(left)}</span> : duration(locale, left)}</p>
      <p className="stage-here">{absoluteTime(locale, to)}</p>
    </div>
  );
}
