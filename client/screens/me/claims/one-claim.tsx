import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withdrawClaim, type OwnClaim, type OwnForum } from '../../../connection/claims.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { toast } from '../../../ui/toasts.js';

export interface OneClaimProps {
  readonly forum: OwnForum;
  readonly claim: OwnClaim;
  readonly onChanged: () => void;
}

export function OneClaim({ forum, claim, onChanged }: OneClaimProps) {
  const { t } = useTranslation(['claims', 'common']);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { title = claim.group, source } = forum.groups.find(({ id }) => id === claim.group) ?? {};

  const withdraw = async () => {
    setBusy(true);
    const reply = await withdrawClaim(forum.forumId, claim.group);
    setBusy(false);
    setAsking(false);
    if (reply?.ok) {
      toast({ id: 'claims', text: t('withdrawn') });
      return onChanged();
    }
    toast({ id: 'claims', tone: 'harm', text: reply ? refusalText(reply.refusal) : t('common:unreachable') });
  };

  return (
    <li>
      <div>
        <p className="claims-title" dir="auto">
          {title}
        </p>
        <p className="hint">
          {t(`source_${claim.source}`)} {t(claim.attested ? 'counts-both' : 'counts-reports')}
        </p>
        {source && (
          <p className="hint" dir="auto">
            {source}
          </p>
        )}
      </div>
      <Button look="quiet" onPress={() => setAsking(true)} aria-label={t('withdraw-this', { title })}>
        {t('withdraw')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('withdraw-title', { title })}
        action={t('withdraw')}
        cancel={t('common:cancel')}
        look="danger"
        isBusy={isBusy}
        onConfirm={() => void withdraw()}
        onCancel={() => setAsking(false)}
      >
        {t(claim.attested ? 'withdraw-text-attested' : 'withdraw-text')}
      </Confirm>
    </li>
  );
}
