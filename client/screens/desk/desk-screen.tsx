import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useDesk } from '../../connection/use-desk.js';
import { ConnectionBar } from '../../parts/connection-bar.js';
import { refusalText } from '../../parts/refusal-text.js';
import { NoSuchPanel } from '../../parts/sorry.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Loading } from '../../ui/waiting.js';
import './desk.css';
import { DeskRoom } from './desk-room.js';

/** For moderators: one item at a time, and nothing that tells whose it is. */
export function DeskScreen({ panelId }: { readonly panelId: string }) {
  const [{ desk, record, refusal, connection, you }, store] = useDesk(panelId);
  const { t } = useTranslation(['desk', 'common']);
  const isReady = desk !== null && record !== null;

  return (
    <div className="desk">
      <ConnectionBar state={connection} />
      {refusal && <Refused code={refusal.code} text={refusalText(refusal)} panelId={panelId} />}
      {!refusal && !isReady && <Loading label={t('common:loading')} />}
      {!refusal && isReady && (
        <DeskRoom {...{ panelId, desk, record, store }} seat={you?.seat ?? null} isLive={connection === 'live'} />
      )}
    </div>
  );
}

interface RefusedProps {
  readonly code: string;
  readonly text: string;
  readonly panelId: string;
}

/** Why there is no desk for this reader, and who can change that. */
function Refused({ code, text, panelId }: RefusedProps) {
  const { t } = useTranslation(['desk', 'common']);
  if (code === 'no-such-panel') return <NoSuchPanel />;
  if (code === 'not-signed-in') {
    return (
      <Closed title={t('not-signed-in')} text={t('not-signed-in-text')}>
        <Link href={`/sign-in?to=${encodeURIComponent(`/panels/${panelId}/desk`)}`} className="button primary">
          {t('common:sign-in')}
        </Link>
        <Link href={`/panels/${panelId}`}>{t('to-panel')}</Link>
      </Closed>
    );
  }
  const isStranger = code === 'not-allowed';
  return (
    <Closed title={t(isStranger ? 'not-allowed' : 'no-desk')} text={isStranger ? t('not-allowed-text') : text}>
      <Link href={`/panels/${panelId}`}>{t('to-panel')}</Link>
    </Closed>
  );
}

interface ClosedProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Closed({ title, text, children }: ClosedProps) {
  return (
    <Page className="desk-refused">
      <ScreenTitle>{title}</ScreenTitle>
      <p>{text}</p>
      <div className="row">{children}</div>
    </Page>
  );
}
