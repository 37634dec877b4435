import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OwnPanel } from '../../../domain/wire/views.js';
import { ownPanels } from '../../connection/api.js';
import { useAnswer } from '../../connection/use-answer.js';
import { useSession } from '../../connection/use-session.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Notice } from '../../ui/notice.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Empty, Loading } from '../../ui/waiting.js';
import './me.css';
import { MyPanel } from './my-panel.js';
import { FILTERS, filtered, type Filter } from './filtered.js';

/** All that somebody said here, with what became of it and why. */
export function MeScreen() {
  const { t } = useTranslation('doors');
  const { session, state } = useSession();
  if (state === 'asking') return <Loading label={t('loading', { ns: 'common' })} />;

  return (
    <Page className="me">
      <ScreenTitle>{t('own-page', { ns: 'common' })}</ScreenTitle>
      {session ? (
        <>
          <p>
            {t('signed-in-here')} <bdi>{session.name}</bdi>
          </p>
          <p className="row">
            <Link href="/me/claims" className="button quiet">
              {t('to-claims')}
            </Link>
          </p>
          <Mine key={session.personId} personId={session.personId} />
        </>
      ) : (
        <Empty title={t('me-stranger')}>
          <Link href="/sign-in?to=/me" className="button">
            {t('sign-in', { ns: 'common' })}
          </Link>
        </Empty>
      )}
    </Page>
  );
}

function Mine({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('doors');
  const { reply, again } = useAnswer(personId, ownPanels);
  if (reply === undefined) return <Loading label={t('loading', { ns: 'common' })} lines={5} />;
  if (!reply?.ok) {
    return (
      <Notice tone="harm" action={<Button onPress={again}>{t('again', { ns: 'common' })}</Button>}>
        {reply === null ? t('unreachable', { ns: 'common' }) : refusalText(reply.refusal)}
      </Notice>
    );
  }
  return <Panels panels={reply.value} onChanged={again} />;
}

function Panels({ panels, onChanged }: { readonly panels: readonly OwnPanel[]; readonly onChanged: () => void }) {
  const { t } = useTranslation('doors');
  const [filter, setFilter] = useState<Filter>('all');
  const shown = filtered(panels, filter);
  const isEmpty = filtered(panels, 'all').length === 0;
  if (isEmpty) return <Empty title={t('me-empty')}>{t('me-empty-hint')}</Empty>;

  return (
    <>
      <div className="me-tools">
        <Choices
          label={t('filter')}
          value={filter}
          onChange={setFilter}
          options={FILTERS.filter((one) => filtered(panels, one).length > 0).map((one) => ({
            value: one,
            label: t(`filter_${one}`),
          }))}
        />
        <Button icon={Printer} onPress={() => print()}>
          {t('print')}
        </Button>
      </div>
      {shown.length === 0 && <Empty title={t('me-none')} />}
      {shown.map((own) => (
        <MyPanel key={own.panel.panelId} own={own} onChanged={onChanged} />
      ))}
    </>
  );
}
