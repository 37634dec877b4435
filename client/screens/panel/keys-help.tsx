import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.js';
import { Kbd } from '../../ui/kbd.js';

const KEYS = [
  ['key-next', 'j', 'PageDown'],
  ['key-previous', 'k', 'PageUp'],
  ['key-unread', 'z'],
  ['key-reply', 'r'],
  ['key-write', 'w'],
  ['key-vote', '1', '2', '3'],
  ['key-send', 'Ctrl ↵'],
  ['key-help', '?'],
] as const;

export interface KeysHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function KeysHelp({ isOpen, onClose }: KeysHelpProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={common('keys')} closeLabel={common('close')}>
      <p className="hint">{common('keys-hint')}</p>
      <dl className="keys-help">
        {KEYS.map(([name, ...keys]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <span key={key}>
                  <Kbd name={key} />
                  <span className="unseen">{key}</span>
                </span>
              ))}
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
