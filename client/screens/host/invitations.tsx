import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { invitationsOf, revoke, type Invitation } from '../../connection/hosting.js';
import { usePolled } from '../../connection/use-polled.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/confirm.js';
import { absoluteTime } from '../../ui/formats.js';
import { useNow } from '../../ui/now.js';
import { toast } from '../../ui/toasts.js';
import { FreshLink, type Fresh } from './fresh-link.js';
import type { Host } from './host.js';
import { InviteForm } from './invite-form.js';

export function Invitations({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const [fresh, setFresh] = useState<Fresh | null>(null);
  const { forumId } = host.record;
  const listed = usePolled(() => invitationsOf(forumId, host.panelId), 10_000);
  const now = useNow();
  const good = (listed.value ?? []).filter((one) => !one.revoked && one.expiresAt > now && one.uses < one.maxUses);

  return (
    <section className="host-block" aria-labelledby="invitations">
      <h2 id="invitations">{t('invitations')}</h2>
      <InviteForm
        host={host}
        onInvited={(invited) => {
          setFresh(invited);
          listed.again();
        }}
      />
      {fresh && <FreshLink host={host} fresh={fresh} onDone={() => setFresh(null)} />}
      {good.length > 0 && <h3>{t('invitations-good')}</h3>}
      <ul className="host-list">
        {good.map((one) => (
          <OneInvitation key={one.invitationId} host={host} invitation={one} onRevoked={listed.again} />
        ))}
      </ul>
    </section>
  );
}

interface OneInvitationProps {
  readonly host: Host;
  readonly invitation: Invitation;
  readonly onRevoked: () => void;
}

function OneInvitation({ host, invitation, onRevoked }: OneInvitationProps) {
  const { t } = useTranslation(['host', 'common']);
  const { locale } = useLocale();
  const [isAsking, setAsking] = useState(false);
  const { invitationId, role, uses, maxUses, expiresAt } = invitation;

  const end = async () => {
    const reply = await revoke(invitationId);
    setAsking(false);
    if (reply?.ok) return onRevoked();
    toast({ id: 'revoke', tone: 'harm', text: reply ? refusalText(reply.refusal) : t('common:unreachable') });
  };

  return (
    <li>
      <div>
        <p className="host-list-title">{t(`common:role_${role}`)}</p>
        <p className="hint">
          {t('uses-left', { count: maxUses - uses })} · {t('expires', { time: absoluteTime(locale, expiresAt) })}
        </p>
      </div>
      <Button look="quiet" isDisabled={!host.isLive} onPress={() => setAsking(true)}>
        {t('revoke')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('revoke-title')}
        action={t('revoke')}
        cancel={t('common:cancel')}
        onConfirm={() => void end()}
        onCancel={() => setAsking(false)}
      >
        {t('revoke-text')}
      </Confirm>
    </li>
  );
}
