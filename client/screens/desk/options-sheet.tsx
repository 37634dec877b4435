import { useTranslation } from 'react-i18next';
import { Toggle } from '../../ui/choices.js';
import { Dialog } from '../../ui/dialog.js';

export interface OptionsSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly isBlurred: boolean;
  readonly onBlur: (isOn: boolean) => void;
}

export function OptionsSheet({ isOpen, onClose, isBlurred, onBlur }: OptionsSheetProps) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('options')} closeLabel={t('common:close')} kind="sheet">
      <Toggle label={t('blur')} hint={t('blur-hint')} isOn={isBlurred} onChange={onBlur} />
    </Dialog>
  );
}
