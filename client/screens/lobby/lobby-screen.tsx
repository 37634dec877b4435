import { useTranslation } from 'react-i18next';
import { lobby, type ForumPanels } from '../../connection/api.js';
import { usePolled, type Polled } from '../../connection/use-polled.js';
import { CodeField } from '../../parts/code-field.js';
import { refusalText } from '../../parts/refusal-text.js';
import { NoSuchForum } from '../../parts/sorry.js';
import { useSettings } from '../../settings/settings.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Time } from '../../ui/time.js';
import { Empty, Loading } from '../../ui/waiting.js';
import { ForumHead, ForumName } from './forum-head.js';
import './lobby.css';
import { PanelList } from './panel-list.js';
import { SearchField } from './search-field.js';
import { Zone } from './zone.js';

const EVERY_MS = 20_000;
const SPARING_MS = 60_000;

/** All forums with their panels, or one of them. */
export function LobbyScreen({ slug }: { readonly slug?: string }) {
  const { t } = useTranslation('doors');
  const { textOnly } = useSettings();
  const polled = usePolled(() => lobby(slug), textOnly ? SPARING_MS : EVERY_MS);
  const { value: forums, refusal } = polled;
  if (refusal?.code === 'no-such-forum') return <NoSuchForum />;
  if (!forums && !refusal && !polled.isUnreachable) return <Loading label={t('loading', { ns: 'common' })} lines={6} />;

  return (
    <Page className="lobby">
      <Heading forums={forums} />
      <Staleness {...polled} />
      <div className="lobby-tools">
        <SearchField />
        <CodeField />
      </div>
      {forums && <Forums forums={forums} />}
    </Page>
  );
}

function Heading({ forums }: { readonly forums: readonly ForumPanels[] | null }) {
  const { t } = useTranslation();
  const [only] = forums?.length === 1 ? forums : [];
  return only ? <ForumHead {...only} /> : <ScreenTitle>{t('home')}</ScreenTitle>;
}

/** Keeps what it has, and says how old that is. */
function Staleness({ value, at, refusal, isUnreachable, again }: Polled<unknown>) {
  const { t } = useTranslation('doors');
  if (!isUnreachable && !refusal) return null;
  const button = <Button onPress={again}>{t('again', { ns: 'common' })}</Button>;
  if (refusal) {
    return (
      <Notice tone="harm" action={button}>
        {refusalText(refusal)}
      </Notice>
    );
  }

  return (
    <Notice action={button}>
      {t('unreachable', { ns: 'common' })}{' '}
      {value !== null && at !== null && (
        <>
          {t('stale')} <Time at={at} />
        </>
      )}
    </Notice>
  );
}

function Forums({ forums }: { readonly forums: readonly ForumPanels[] }) {
  const { t } = useTranslation('doors');
  const [only] = forums.length === 1 ? forums : [];
  if (forums.length === 0) return <Empty title={t('no-forum')}>{t('no-forum-hint')}</Empty>;
  if (only) {
    return (
      <>
        <PanelList panels={only.panels} />
        <Zone />
      </>
    );
  }

  return (
    <>
      {forums.map(({ forum, panels }) => (
        <section key={forum.forumId} className="forum" aria-labelledby={`forum-${forum.forumId}`}>
          <ForumName forum={forum} panels={panels} />
          <PanelList panels={panels} isBelow />
        </section>
      ))}
      <Zone />
    </>
  );
}
