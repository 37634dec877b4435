import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../../domain/panel/roles.js';
import { invite } from '../../connection/hosting.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Select, TextField } from '../../ui/fields.js';
import type { Fresh } from './fresh-link.js';
import type { Host } from './host.js';

export interface InviteFormProps {
  readonly host: Host;
  readonly onInvited: (fresh: Fresh) => void;
}

const INVITED = ['host', 'moderator', 'panellist', 'interpreter', 'participant', 'observer'] as const satisfies Role[];
type Invited = (typeof INVITED)[number];
const HOURS = ['24', '168', '720'] as const;
const MANY = 10_000;

export function InviteForm({ host, onInvited }: InviteFormProps) {
  const { t } = useTranslation(['host', 'common']);
  const roles = belowThese(host.shown.you?.roles ?? []);
  const [role, setRole] = useState<Invited>('panellist');
  const [uses, setUses] = useState('1');
  const [hours, setHours] = useState<(typeof HOURS)[number]>('168');
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const maxUses = Number(uses);
  const isGood = Number.isInteger(maxUses) && maxUses >= 1 && maxUses <= MANY;

  const make = async () => {
    setBusy(true);
    const offer = { role, forumId: host.record.forumId, panelId: host.panelId, maxUses, hours: Number(hours) };
    const reply = await invite(offer);
    setBusy(false);
    setRefused(reply?.ok ? '' : reply ? refusalText(reply.refusal) : t('common:unreachable'));
    if (reply?.ok) onInvited({ role, maxUses, link: reply.value.link });
  };

  return (
    <div className="host-stack">
      <Choices
        label={t('invite-as')}
        value={role}
        onChange={(chosen) => {
          setRole(chosen);
          setUses(chosen === 'participant' || chosen === 'observer' ? '100' : '1');
        }}
        options={roles.map((value) => ({ value, label: t(`common:role_${value}`) }))}
      />
      <p className="hint">{t(`invite-hint-${role}`)}</p>
      <div className="host-pair">
        <TextField
          label={t('invite-uses')}
          inputMode="numeric"
          value={uses}
          onChange={setUses}
          error={isGood ? undefined : t('invite-uses-error')}
        />
        <Select
          label={t('invite-for')}
          value={hours}
          onChange={setHours}
          options={HOURS.map((value) => ({ value, label: t('days', { count: Number(value) / 24 }) }))}
        />
      </div>
      {refused && (
        <p className="error" role="alert">
          {refused}
        </p>
      )}
      <div className="row">
        <Button icon={Link2} isBusy={isBusy} isDisabled={!isGood || !host.isLive} onPress={() => void make()}>
          {t('invite-do')}
        </Button>
      </div>
    </div>
  );
}

/** Invitations lead downwards only. */
function belowThese(roles: readonly Role[]): readonly Invited[] {
  const highest = ROLES.findIndex((role) => roles.includes(role));
  return highest === -1 ? [] : INVITED.filter((role) => ROLES.indexOf(role) > highest);
}
