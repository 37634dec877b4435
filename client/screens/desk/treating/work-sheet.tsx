import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../../domain/wire/views.js';
import { Dialog } from '../../../ui/dialog.js';
import { duration } from '../../../ui/formats.js';

export interface WorkSheetProps extends Pick<DeskView, 'work'> {
  readonly onClose: () => void;
}

/** Who does how much, so that nobody is left with all of it; never how they decide. */
export function WorkSheet({ onClose, work: { inbound, moderators } }: WorkSheetProps) {
  const { t } = useTranslation(['treatment', 'common']);
  const { locale } = useLocale();

  return (
    <Dialog isOpen onClose={onClose} title={t('work')} closeLabel={t('common:close')} kind="sheet">
      <p>{t('work-inbound', { count: inbound })}</p>
      {moderators.length === 0 ? (
        <p className="hint">{t('work-none')}</p>
      ) : (
        <table className="desk-work">
          <thead>
            <tr>
              {(['name', 'decisions', 'median', 'holding'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`work-${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moderators.map(({ seat, name, decisions, medianSeconds, holding }) => (
              <tr key={seat}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{decisions}</td>
                <td>{medianSeconds === null ? '–' : usualTime(locale, medianSeconds)}</td>
                <td>{holding}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="hint">{t('work-hint')}</p>
    </Dialog>
  );
}

/** Most take seconds, some minutes. */
function usualTime(locale: string, seconds: number): string {
  if (seconds >= 120) return duration(locale, seconds * 1000);
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'short' }).format(seconds);
}
