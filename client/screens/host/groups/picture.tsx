import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { AXIS_MOST, sumsByAxis } from '../../../../domain/amplify/groups/floors.js';
import type { GroupTerms } from '../../../../domain/panel/events.js';
import { axisTitle } from './words.js';

const WHOLE = 10_000;
/** So that two shares that touch are told apart. */
const GAP = 40;

/** What is guaranteed and what stays open, by axis: groups that may overlap each have a line of their own. */
export function Picture({ groups }: { readonly groups: readonly GroupTerms[] }) {
  const { t } = useTranslation('groups');
  const lines = [
    ...[...sumsByAxis(groups).keys()].map((axis) => ({
      key: `axis ${axis}`,
      title: axisTitle(axis, t),
      shares: groups.filter((group) => group.axis === axis),
    })),
    ...groups
      .filter(({ axis }) => axis === null)
      .map((group) => ({ key: group.id, title: group.title, shares: [group] })),
  ];

  return (
    <div className="groups-picture">
      <h3>{t('picture')}</h3>
      <p className="hint">{t('picture-hint')}</p>
      <ul>
        {lines.map(({ key, title, shares }) => (
          <Line key={key} title={title} shares={shares} />
        ))}
      </ul>
    </div>
  );
}

function Line({ title, shares }: { readonly title: string; readonly shares: readonly GroupTerms[] }) {
  const { t } = useTranslation('groups');
  const { locale } = useLocale();
  const sum = shares.reduce((total, { floor }) => total + floor, 0);
  const percent = (floor: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(floor / WHOLE);
  const starts = shares.map((_share, i) => shares.slice(0, i).reduce((total, { floor }) => total + floor, 0));

  return (
    <li data-full={sum > AXIS_MOST}>
      <p>
        <span dir="auto">{title}</span>{' '}
        <span className="groups-sum">
          {sum > WHOLE ? percent(sum) : t('sum', { sum: percent(sum), open: percent(WHOLE - sum) })}
        </span>
      </p>
      <svg viewBox={`0 0 ${WHOLE} 600`} preserveAspectRatio="none" aria-hidden>
        <rect className="open" width={WHOLE} height="600" />
        {shares.map(({ id, floor }, i) => (
          <rect key={id} className="share" x={starts[i]} width={Math.max(0, floor - GAP)} height="600" />
        ))}
        <line className="most" x1={AXIS_MOST} x2={AXIS_MOST} y1="0" y2="600" />
      </svg>
    </li>
  );
}
