import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.js';
import { Kbd } from '../../ui/kbd.js';

const KEYS = [
  ['f', 'publish'],
  ['d', 'decline'],
  ['v', 'revise'],
  ['e', 'escalate'],
  ['j', 'next'],
  ['k', 'previous'],
  ['u', 'undo'],
  ['r', 'reasons'],
  ['1–9', 'rules'],
  ['x', 'exchange'],
  ['b', 'reveal'],
  ['z', 'focus'],
  ['h', 'history'],
  ['Enter', 'confirm'],
  ['Escape', 'leave'],
  ['?', 'help'],
] as const;
const TWINS: Readonly<Record<string, string>> = { j: 'Space', Enter: 'Ctrl ↵' };

export function HelpSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('common:keys')} closeLabel={t('common:close')}>
      <p className="hint">{t('common:keys-hint')}</p>
      <dl className="desk-keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <span className="unseen">{TWINS[key] ? `${key}, ${TWINS[key]}` : key}</span>
              <Kbd name={key} />
              {TWINS[key] && <Kbd name={TWINS[key]} />}
            </dt>
            <dd>{t(`help_${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
