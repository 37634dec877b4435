import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RecordState } from '../../../domain/panel/state.js';
import { Written } from '../../parts/written.js';
import { Dialog } from '../../ui/dialog.js';

export interface RulesDialogProps {
  readonly record: RecordState;
  readonly onClose: () => void;
}

/** The house rules as they stand, and in plain words how decisions are made under them. */
export function RulesDialog({ record, onClose }: RulesDialogProps) {
  const { t } = useTranslation(['treatment', 'common']);
  const { rules, languages, treatment } = record;
  const isTwice = treatment.secondLook === 'on';

  return (
    <Dialog isOpen onClose={onClose} title={t('rules')} closeLabel={t('common:close')} kind="sheet" isWide>
      <ol className="panel-rules" lang={languages[0] ?? 'en'} dir="auto">
        {rules.map(({ id, title, text }) => (
          <li key={id}>
            <strong>
              <Written text={title} />
            </strong>
            <p>
              <Written text={text} />
            </p>
          </li>
        ))}
      </ol>
      <h3>{t('how')}</h3>
      <ul className="panel-how">
        <li>{t('how-blind')}</li>
        <li>
          {isTwice
            ? `${t('how-second')} ${t(treatment.differ === 'third' ? 'how-third' : 'how-publish')}`
            : t('how-alone')}
        </li>
        <li>{t('how-reasons')}</li>
        <li>{t('how-appeal')}</li>
        <li>{t('how-machine')}</li>
      </ul>
      <p>
        <Link href="/order">{t('how-order')}</Link>
      </p>
    </Dialog>
  );
}
