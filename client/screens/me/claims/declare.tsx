import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { declareClaim, type OwnForum } from '../../../connection/claims.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { Select } from '../../../ui/fields.js';
import { toast } from '../../../ui/toasts.js';

export interface DeclareProps {
  readonly forum: OwnForum;
  readonly onChanged: () => void;
}

/** Counts in reports only, and says so. */
export function Declare({ forum, onChanged }: DeclareProps) {
  const { t } = useTranslation(['claims', 'common']);
  const [chosen, setChosen] = useState('');
  const [isBusy, setBusy] = useState(false);
  const open = forum.groups.filter(({ id }) => !forum.claims.some(({ group }) => group === id));
  if (open.length === 0) return null;

  const declare = async () => {
    setBusy(true);
    const reply = await declareClaim(forum.forumId, chosen);
    setBusy(false);
    if (reply?.ok) {
      setChosen('');
      return onChanged();
    }
    toast({ id: 'claims', tone: 'harm', text: reply ? refusalText(reply.refusal) : t('common:unreachable') });
  };

  return (
    <details className="claims-declare">
      <summary>{t('declare')}</summary>
      <p className="hint">{t('declare-hint')}</p>
      <div className="claims-code">
        <Select
          label={t('declare-group')}
          value={chosen}
          onChange={setChosen}
          options={[
            { value: '', label: t('declare-choose') },
            ...open.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <Button isBusy={isBusy} isDisabled={chosen === ''} onPress={() => void declare()}>
          {t('declare-do')}
        </Button>
      </div>
    </details>
  );
}
