import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { GroupTerms } from '../../../../domain/panel/events.js';
import { inviteWithGroups } from '../../../connection/claims.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { Select, TextField } from '../../../ui/fields.js';
import { FreshLink, type Fresh } from '../fresh-link.js';
import type { Host } from '../host.js';

export interface GroupInvitationProps {
  readonly host: Host;
  readonly groups: readonly GroupTerms[];
}

const MANY = 10_000;

export function GroupInvitation({ host, groups }: GroupInvitationProps) {
  const { t } = useTranslation(['groups', 'host', 'common']);
  const [group, setGroup] = useState(groups[0]?.id ?? '');
  const [requestId, setRequestId] = useState(() => newId());
  const [uses, setUses] = useState('1');
  const [fresh, setFresh] = useState<Fresh | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const maxUses = Number(uses);
  const isGood = Number.isInteger(maxUses) && maxUses >= 1 && maxUses <= MANY;
  const chosen = groups.find(({ id }) => id === group) ?? groups[0];

  const make = async () => {
    if (!chosen) return;
    setBusy(true);
    const { forumId } = host.record;
    const offer = { groups: [chosen.id], panelId: host.panelId, maxUses, requestId };
    const reply = await inviteWithGroups(forumId, offer);
    setBusy(false);
    setRefused(reply?.ok ? '' : reply ? refusalText(reply.refusal) : t('common:unreachable'));
    if (!reply?.ok) return;
    setRequestId(newId());
    setFresh({ role: 'participant', maxUses, link: reply.value.link });
  };

  return (
    <section className="host-block" aria-labelledby="group-invitation">
      <h2 id="group-invitation">{t('invitation')}</h2>
      <p>{t('invitation-what')}</p>
      <div className="host-pair">
        <Select
          label={t('codes-group')}
          value={chosen?.id ?? ''}
          onChange={setGroup}
          options={groups.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextField
          label={t('host:invite-uses')}
          inputMode="numeric"
          value={uses}
          onChange={setUses}
          error={isGood ? undefined : t('host:invite-uses-error')}
        />
      </div>
      {refused && (
        <p className="error" role="alert">
          {refused}
        </p>
      )}
      <div className="row">
        <Button icon={Link2} isBusy={isBusy} isDisabled={!isGood} onPress={() => void make()}>
          {t('host:invite-do')}
        </Button>
      </div>
      {fresh && <FreshLink host={host} fresh={fresh} onDone={() => setFresh(null)} />}
    </section>
  );
}
