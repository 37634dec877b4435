import { useTranslation } from 'react-i18next';
import { LABELS } from '../../../../domain/panel/screening/labels.js';
import type { DeskItem } from '../../../../domain/wire/views.js';
import { Written } from '../../../parts/written.js';

/** What screening noticed in the words, and what moderators wrote for each other. */
export function ItemMarks({ item: { labels, notes } }: { readonly item: DeskItem }) {
  const { t } = useTranslation('treatment');
  const known = LABELS.filter((label) => labels.includes(label));

  return (
    <>
      {known.length > 0 && (
        <div className="desk-labels">
          <span className="label">{t('labels')}</span>
          <ul>
            {known.map((label) => (
              <li key={label}>{t(`label_${label}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {notes.length > 0 && (
        <div className="desk-flag">
          <strong>{t('notes')}</strong>
          {notes.map((note, i) => (
            <p key={i} dir="auto">
              <Written text={note} />
            </p>
          ))}
        </div>
      )}
    </>
  );
}
