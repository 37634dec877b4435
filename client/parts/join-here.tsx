import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinPanel } from '../connection/api.js';
import { useSession } from '../connection/use-session.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { IntroductionForm } from './introduction-form.js';

export interface JoinHereProps {
  readonly panelId: string;
  readonly forumId: string;
  /** Whether anybody may take part; otherwise that needs an invitation. */
  readonly isOpen: boolean;
}

/** For whoever reads a panel without a seat in it. */
export function JoinHere({ panelId, forumId, isOpen }: JoinHereProps) {
  const { t } = useTranslation('doors');
  const [isAsking, setAsking] = useState(false);
  const { session, refresh } = useSession();

  return (
    <section className="join-here" aria-label={t('take-part')} data-join-here>
      <span>{isOpen ? t('reading-only') : t('reading-invited')}</span>
      {isOpen && (
        <Button look="primary" onPress={() => setAsking(true)}>
          {t('take-part')}
        </Button>
      )}
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('take-part')}
        closeLabel={t('close', { ns: 'common' })}
        kind="sheet"
      >
        {session && (
          <p>
            {t('signed-in-here')} <bdi>{session.name}</bdi>
          </p>
        )}
        <IntroductionForm
          forumId={forumId}
          asksName={session === null}
          account="no"
          submit={session ? t('take-part-button') : t('join-button')}
          send={(given) => joinPanel(panelId, given)}
          onWelcome={() => {
            setAsking(false);
            refresh();
          }}
        />
      </Dialog>
    </section>
  );
}
