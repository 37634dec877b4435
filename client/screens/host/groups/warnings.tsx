import { TriangleAlert } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FloorWarning } from '../../../../domain/amplify/groups/floors.js';
import type { GroupTerms } from '../../../../domain/panel/events.js';
import { axisTitle } from './words.js';

export interface WarningsProps {
  readonly groups: readonly GroupTerms[];
  readonly warnings: readonly FloorWarning[];
}

/** Said and not forbidden, but for a share that is none: the queue bears it gently. */
export function Warnings({ groups, warnings }: WarningsProps) {
  const { t } = useTranslation('groups');
  const { locale } = useLocale();
  const percent = (floor: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(floor / 10_000);
  const titleOf = (group: string) => groups.find(({ id }) => id === group)?.title ?? group;

  const said = (warning: FloorWarning): string => {
    switch (warning.kind) {
      case 'out-of-bounds':
        return t('warning-out-of-bounds', {
          title: titleOf(warning.group),
          least: percent(warning.least),
          most: percent(warning.most),
        });
      case 'under-one-turn':
        return t('warning-under-one-turn', { title: titleOf(warning.group), least: percent(warning.least) });
      case 'over-balance':
        return t('warning-over-balance', { title: titleOf(warning.group), most: percent(warning.most) });
      case 'axis-full':
        return t('warning-axis-full', {
          title: axisTitle(warning.axis, t),
          sum: percent(warning.sum),
          most: percent(warning.most),
        });
    }
  };
  return (
    <div role="status">
      {warnings.length > 0 && (
        <ul className="groups-warnings">
          {warnings.map((warning) => (
            <li key={said(warning)}>
              <TriangleAlert aria-hidden size="1.15em" />
              <span>{said(warning)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
