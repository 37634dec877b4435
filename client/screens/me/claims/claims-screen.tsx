import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ownClaims, type OwnForum } from '../../../connection/claims.js';
import { useAnswer } from '../../../connection/use-answer.js';
import { useSession } from '../../../connection/use-session.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Written } from '../../../parts/written.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { Page, ScreenTitle } from '../../../ui/screen.js';
import { Empty, Loading } from '../../../ui/waiting.js';
import './claims.css';
import { CodeForm } from './code-form.js';
import { Declare } from './declare.js';
import { OneClaim } from './one-claim.js';

/** What somebody counts for, by forum; seen by nobody else. */
export function ClaimsScreen() {
  const { t } = useTranslation(['claims', 'common']);
  const { session, state } = useSession();
  if (state === 'asking') return <Loading label={t('common:loading')} />;

  return (
    <Page className="claims">
      <ScreenTitle>{t('title')}</ScreenTitle>
      <ul className="claims-lines">
        <li>{t('line-what')}</li>
        <li>{t('line-who')}</li>
        <li>{t('line-long')}</li>
      </ul>
      {session ? (
        <Mine key={session.personId} personId={session.personId} />
      ) : (
        <Empty title={t('stranger')}>
          <Link href="/sign-in?to=/me/claims" className="button">
            {t('common:sign-in')}
          </Link>
        </Empty>
      )}
    </Page>
  );
}

function Mine({ personId }: { readonly personId: string }) {
  const { t } = useTranslation(['claims', 'common']);
  const { reply, again } = useAnswer(personId, ownClaims);
  if (reply === undefined) return <Loading label={t('common:loading')} lines={3} />;
  if (!reply?.ok) {
    return (
      <Notice tone="harm" action={<Button onPress={again}>{t('common:again')}</Button>}>
        {reply === null ? t('common:unreachable') : refusalText(reply.refusal)}
      </Notice>
    );
  }
  return (
    <>
      <CodeForm forums={reply.value} onChanged={again} />
      {reply.value.length === 0 && <Empty title={t('none')}>{t('none-hint')}</Empty>}
      {reply.value.map((forum) => (
        <InForum key={forum.forumId} forum={forum} onChanged={again} />
      ))}
    </>
  );
}

function InForum({ forum, onChanged }: { readonly forum: OwnForum; readonly onChanged: () => void }) {
  const { t } = useTranslation('claims');
  const { forumId, title, claims } = forum;

  return (
    <section aria-labelledby={forumId}>
      <h2 id={forumId} dir="auto">
        <Written text={title} />
      </h2>
      {claims.length === 0 && <p className="hint">{t('no-claims')}</p>}
      <ul className="claims-list">
        {claims.map((claim) => (
          <OneClaim key={claim.group} forum={forum} claim={claim} onChanged={onChanged} />
        ))}
      </ul>
      <Declare forum={forum} onChanged={onChanged} />
    </section>
  );
}
