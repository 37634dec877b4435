import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUP_TITLE_MAX } from '../../../../domain/amplify/groups/terms.js';
import type { GroupTerms } from '../../../../domain/panel/events.js';
import { Button } from '../../../ui/button.js';
import { Toggle } from '../../../ui/choices.js';
import { TextField } from '../../../ui/fields.js';
import { ownGroup } from './draft.js';

export interface OwnGroupProps {
  readonly groups: readonly GroupTerms[];
  readonly onAdd: (group: GroupTerms) => void;
}

export function OwnGroup({ groups, onAdd }: OwnGroupProps) {
  const { t } = useTranslation('groups');
  const [title, setTitle] = useState('');
  const [isSensitive, setSensitive] = useState(false);
  const isGiven = title.trim() !== '';

  return (
    <form
      className="host-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isGiven) return;
        onAdd(ownGroup(title, isSensitive, groups));
        setTitle('');
        setSensitive(false);
      }}
    >
      <div className="host-new-thread">
        <TextField label={t('own-title')} value={title} onChange={setTitle} maxLength={GROUP_TITLE_MAX} />
        <Button type="submit" icon={Plus} isDisabled={!isGiven}>
          {t('own-add')}
        </Button>
      </div>
      {isGiven && (
        <Toggle label={t('sensitive-label')} hint={t('sensitive-hint')} isOn={isSensitive} onChange={setSensitive} />
      )}
    </form>
  );
}
