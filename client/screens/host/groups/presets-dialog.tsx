import { useTranslation } from 'react-i18next';
import { PRESETS, termsOf } from '../../../../domain/amplify/groups/presets.js';
import type { GroupTerms } from '../../../../domain/panel/events.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { groupTitle } from './words.js';

export interface PresetsDialogProps {
  readonly groups: readonly GroupTerms[];
  readonly onAdd: (groups: readonly GroupTerms[]) => void;
  readonly onDone: () => void;
}

/** What each of them is, and who says who belongs to it. */
export function PresetsDialog({ groups, onAdd, onDone }: PresetsDialogProps) {
  const { t } = useTranslation(['groups', 'common']);
  const has = new Set(groups.map(({ id }) => id));

  return (
    <Dialog isOpen isWide onClose={onDone} title={t('presets')} closeLabel={t('common:close')}>
      <div className="host-stack">
        <p>{t('presets-verify')}</p>
        <ul className="host-list groups-presets">
          {PRESETS.map((preset) => {
            const missing = termsOf(preset).filter(({ id }) => !has.has(id));
            const named = missing.map((group) => ({ ...group, title: groupTitle(group.id, group.title, t) }));
            const sources = [...new Set(termsOf(preset).map(({ source }) => source))];
            return (
              <li key={preset.id}>
                <div>
                  <p className="host-list-title">{t(`preset_${preset.id}`)}</p>
                  <p>{t(`preset-what_${preset.id}`)}</p>
                  <details>
                    <summary>{t('source')}</summary>
                    {sources.map((source) => (
                      <p key={source} className="hint" lang="en" dir="ltr">
                        {source}
                      </p>
                    ))}
                  </details>
                </div>
                <Button
                  isDisabled={missing.length === 0}
                  {...(missing.length > 0 ? { 'aria-label': t('add-this', { title: t(`preset_${preset.id}`) }) } : {})}
                  onPress={() => onAdd(named)}
                >
                  {missing.length === 0 ? t('added') : t('add')}
                </Button>
              </li>
            );
          })}
        </ul>
        <div className="dialog-actions">
          <Button look="primary" onPress={onDone}>
            {t('common:close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
