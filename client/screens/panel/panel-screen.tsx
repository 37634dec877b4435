import { useTranslation } from 'react-i18next';
import { usePanel } from '../../connection/use-panel.js';
import { ConnectionBar } from '../../parts/connection-bar.js';
import { refusalText } from '../../parts/refusal-text.js';
import { NoSuchPanel } from '../../parts/sorry.js';
import { Notice } from '../../ui/notice.js';
import { Loading } from '../../ui/waiting.js';
import './panel.css';
import { PanelLive } from './panel-live.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HIDDEN: readonly string[] = ['no-such-panel', 'not-signed-in', 'not-allowed', 'bad-request'];

export function PanelScreen({ panelId }: { readonly panelId: string }) {
  return UUID.test(panelId) ? <OnePanel key={panelId} panelId={panelId} /> : <NoSuchPanel />;
}

function OnePanel({ panelId }: { readonly panelId: string }) {
  const { t } = useTranslation();
  const [shown, store] = usePanel(panelId);
  const { record, refusal, connection } = shown;
  if (refusal && HIDDEN.includes(refusal.code)) return <NoSuchPanel />;
  if (record?.phase === 'none') return <NoSuchPanel />;
  // Half of a long record would be taken for the whole, and the rest for news.
  if (record && shown.reached) return <PanelLive panelId={panelId} shown={shown} record={record} store={store} />;

  return (
    <>
      <ConnectionBar state={connection} />
      {refusal && <Notice tone="harm">{refusalText(refusal)}</Notice>}
      <Loading label={t('loading')} lines={6} />
    </>
  );
}
