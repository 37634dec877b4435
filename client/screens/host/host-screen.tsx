import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isModerator } from '../../../domain/panel/policy.js';
import { usePanel } from '../../connection/use-panel.js';
import { ConnectionBar } from '../../parts/connection-bar.js';
import { refusalText } from '../../parts/refusal-text.js';
import { NoSuchPanel } from '../../parts/sorry.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Loading } from '../../ui/waiting.js';
import { Console } from './console.js';
import { actorOf, hostOf } from './host.js';
import './host.css';

export function HostScreen({ panelId }: { readonly panelId: string }) {
  const { t } = useTranslation();
  const [shown, store] = usePanel(panelId);
  const { record, refusal, you, connection } = shown;

  if (refusal && !record) {
    return refusal.code === 'no-such-panel' ? <NoSuchPanel /> : <Loading label={refusalText(refusal)} />;
  }
  if (!record || !you || record.phase === 'none') {
    return (
      <>
        <ConnectionBar state={connection} />
        <Loading label={t('loading')} lines={6} />
      </>
    );
  }
  if (!isModerator(actorOf(shown))) return <NotForYou panelId={panelId} isStranger={you.seat === null} />;
  return <Console host={hostOf(shown, store, record)} />;
}

function NotForYou({ panelId, isStranger }: { readonly panelId: string; readonly isStranger: boolean }) {
  const { t } = useTranslation(['host', 'common']);
  return (
    <Page className="sorry">
      <ScreenTitle>{t('not-for-you')}</ScreenTitle>
      <p>{t(isStranger ? 'not-signed-in-text' : 'not-for-you-text')}</p>
      <p className="row">
        {isStranger && (
          <Link href="/sign-in" className="button primary">
            {t('common:sign-in')}
          </Link>
        )}
        <Link href={`/panels/${panelId}`} className="button">
          {t('to-panel')}
        </Link>
      </p>
    </Page>
  );
}
