import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Refusal } from '../../../domain/panel/refusals.js';
import { accept, forumOf, look, panelOf, type Look } from '../../connection/api.js';
import { useAnswer } from '../../connection/use-answer.js';
import { useSession } from '../../connection/use-session.js';
import { IntroductionForm } from '../../parts/introduction-form.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Loading } from '../../ui/waiting.js';
import './doors.css';
import { InvitedTo, type Place } from './invited-to.js';

interface Found {
  readonly look: Look;
  readonly place: Place;
}

/** The door: looks what the link is for, and uses it up only when the person says so. */
export function JoinScreen() {
  const { t } = useTranslation('doors');
  // Read once: an invitation opened over another one loads the page anew.
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('i') ?? '');
  const { reply, again } = useAnswer(token, () => findOut(token));
  const { state } = useSession();
  if (reply === undefined || state === 'asking') return <Loading label={t('loading', { ns: 'common' })} />;

  return (
    <Page className="door">
      <ScreenTitle>{t('join-title')}</ScreenTitle>
      {reply?.ok ? (
        <Welcome token={token} found={reply.value} />
      ) : (
        <NoEntry refusal={reply?.refusal ?? null} again={again} />
      )}
    </Page>
  );
}

function Welcome({ token, found: { look: offer, place } }: { readonly token: string; readonly found: Found }) {
  const { t } = useTranslation('doors');
  const { session } = useSession();

  return (
    <>
      <p>
        <strong>{t(`invited-as_${offer.role}`)}</strong> {t(`may_${offer.role}`)}
      </p>
      <InvitedTo place={place} />
      {session && (
        <p>
          {t('signed-in-here')} <bdi>{session.name}</bdi>
        </p>
      )}
      <IntroductionForm
        forumId={offer.forumId}
        asksName={session === null}
        account={accountOf(offer, session !== null)}
        submit={session ? t('take-part-button') : t('join-button')}
        send={(given) => accept(token, given)}
        // Replaced, so that the token leaves the history; loaded anew, so that nothing here is left of who it was before.
        onWelcome={({ panelId }) => location.replace(panelId ? `/panels/${panelId}` : '/')}
      />
    </>
  );
}

function NoEntry({ refusal, again }: { readonly refusal: Refusal | null; readonly again: () => void }) {
  const { t } = useTranslation('doors');
  const isBad = refusal?.code === 'bad-invitation' || refusal?.code === 'bad-request';
  const button = <Button onPress={again}>{t('again', { ns: 'common' })}</Button>;

  return (
    <>
      <Notice tone="harm" action={isBad ? null : button}>
        {isBad ? t('no-entry') : refusal ? refusalText(refusal) : t('unreachable', { ns: 'common' })}
      </Notice>
      {isBad && <p>{t('no-entry-hint')}</p>}
      <p className="row">
        <Link href="/" className="button">
          {t('home', { ns: 'common' })}
        </Link>
        <Link href="/sign-in" className="button quiet">
          {t('sign-in', { ns: 'common' })}
        </Link>
      </p>
    </>
  );
}

/** What the panel is called only those may know who may read it. */
async function findOut(token: string) {
  const looked = await look(token);
  if (!looked?.ok) return looked;
  const { panelId, forumId } = looked.value;
  const [panel, forum] = await Promise.all([panelId && panelOf(panelId), forumId && forumOf(forumId)]);
  const place = { panel: panel && panel.ok ? panel.value : null, forum: forum && forum.ok ? forum.value : null };
  return { ok: true, value: { look: looked.value, place } } as const;
}

function accountOf({ needsEmail, mayHaveAccount }: Look, isSignedIn: boolean): 'no' | 'email' | 'may' {
  if (needsEmail) return 'email';
  return mayHaveAccount && !isSignedIn ? 'may' : 'no';
}
