import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Notice } from './notice.js';

export interface NotLoadedProps {
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

/** A small part is missing; what it was to float above stays as it is. */
export function NotLoaded({ onAgain, onLeave }: NotLoadedProps) {
  const { t } = useTranslation();
  return (
    <div className="not-loaded" data-not-loaded>
      <Notice
        tone="harm"
        action={
          <span className="row">
            <Button onPress={onAgain}>{t('again')}</Button>
            <Button look="quiet" onPress={onLeave}>
              {t('close')}
            </Button>
          </span>
        }
      >
        <strong>{t('unloaded-title')}.</strong> {t('unloaded-text')}
      </Notice>
    </div>
  );
}
