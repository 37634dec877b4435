import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupTerms } from '../../../../domain/panel/events.js';
import { IconButton } from '../../../ui/button.js';
import { TextField } from '../../../ui/fields.js';
import { floorOf, percentOf } from './draft.js';

export interface GroupRowProps {
  readonly group: GroupTerms;
  /** null: fewer than ten; undefined: not saved yet. */
  readonly people: number | null | undefined;
  readonly onChange: (group: GroupTerms) => void;
  readonly onRemove: () => void;
}

export function GroupRow({ group, people, onChange, onRemove }: GroupRowProps) {
  const { t } = useTranslation('groups');
  const [percent, setPercent] = useState(percentOf(group.floor));
  const { title, source, sensitive } = group;

  const type = (text: string) => {
    setPercent(text);
    onChange({ ...group, floor: floorOf(text) ?? 0 });
  };
  return (
    <li>
      <div className="groups-what">
        <p className="host-list-title" dir="auto">
          {title}
        </p>
        <p className="hint">
          {people === undefined ? t('not-saved') : people === null ? t('fewer') : t('people', { count: people })}
          {sensitive && ` · ${t('sensitive')}`}
        </p>
        {source && (
          <details>
            <summary>{t('source')}</summary>
            <p className="hint" dir="auto">
              {source}
            </p>
          </details>
        )}
      </div>
      <div className="groups-share">
        <TextField
          label={t('share-of', { title })}
          isLabelUnseen
          inputMode="decimal"
          value={percent}
          onChange={type}
          error={floorOf(percent) === null ? t('share-error') : undefined}
        />
        <span aria-hidden>%</span>
        <IconButton icon={Trash2} label={t('remove', { title })} onPress={onRemove} />
      </div>
    </li>
  );
}
