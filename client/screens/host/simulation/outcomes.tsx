import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RuleOutcome } from '../../../../domain/amplify/simulate/index.js';
import type { GroupTerms } from '../../../../domain/panel/events.js';
import { duration } from '../../../ui/formats.js';

interface OutcomesProps {
  readonly outcomes: readonly RuleOutcome[];
  readonly groups: readonly GroupTerms[];
}

const WIDTH = 100;
const MINUTE_MS = 60_000;

/** A row for each rule: who is heard, how long they wait, how far the worst-off group stays below its share. */
export function Outcomes({ outcomes, groups }: OutcomesProps) {
  const { t } = useTranslation('simulation');
  const { locale } = useLocale();
  const percent = (part: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(part);
  const waits = Math.max(...outcomes.map(({ p90Wait }) => p90Wait), 1);

  return (
    <>
      <table className="simulation-table">
        <caption>{t('caption')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('heard')}</th>
            <th scope="col">{t('wait')}</th>
            <th scope="col">{t('shortfall')}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ rule, heard, p90Wait, shortfall }) => (
            <tr key={rule} className={rule}>
              <th scope="row">{t(`rule-${rule}`)}</th>
              <Cell part={heard} text={percent(heard)} />
              <Cell part={p90Wait / waits} text={duration(locale, p90Wait * MINUTE_MS)} />
              <Cell part={shortfall} text={percent(shortfall)} />
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > 0 && <Groups {...{ outcomes, groups, percent }} />}
      <p className="hint">{t('how')}</p>
    </>
  );
}

function Cell({ part, text }: { readonly part: number; readonly text: string }) {
  return (
    <td>
      <svg viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden>
        <rect className="whole" width={WIDTH} height="6" />
        <rect className="part" width={Math.min(1, Math.max(0, part)) * WIDTH} height="6" />
      </svg>
      {text}
    </td>
  );
}

interface GroupsProps extends OutcomesProps {
  readonly percent: (part: number) => string;
}

/** The share of each group under each rule, beside what it is guaranteed. */
function Groups({ outcomes, groups, percent }: GroupsProps) {
  const { t } = useTranslation('simulation');
  return (
    <div className="simulation-groups" role="group" aria-label={t('groups-caption')} tabIndex={0}>
      <table className="simulation-table">
        <caption>{t('groups-caption')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('guaranteed')}</th>
            {outcomes.map(({ rule }) => (
              <th key={rule} scope="col">
                {t(`rule-${rule}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, title, floor }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{title}</bdi>
              </th>
              <td>{percent(floor / 10_000)}</td>
              {outcomes.map(({ rule, groups: told }) => {
                const group = told.find((one) => one.id === id);
                const isShort = (group?.shortfall ?? 0) >= 0.01;
                return (
                  <td key={rule} data-short={isShort}>
                    {percent(group?.share ?? 0)} {isShort && <small>{t('short')}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
