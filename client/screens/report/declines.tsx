import { useTranslation } from 'react-i18next';
import type { DeclineFigures, PanelReport } from '../../../domain/amplify/report/panel-report.js';
import { MIDDLE, Mark, Plot, PlotRow, ROW, Whisker } from './plot.js';
import { useScale, type Scale } from './scale.js';
import { NotShown, Section } from './section.js';
import { hiddenTitles, shownRows, type ShownRow } from './shown.js';
import { FoldedTable } from './table.js';
import { useFigures } from './use-figures.js';

const TIMES = { from: 0.25, to: 8, ticks: [0.25, 0.5, 1, 2, 4, 8], isLogarithmic: true };

/** How much more often a group’s contributions were declined than everybody else’s, with its interval. */
export function Declines({ report }: { readonly report: PanelReport }) {
  const { t } = useTranslation('report');
  const { percent, number } = useFigures();
  const { all, groups } = report.declines;
  const rows = shownRows(groups);
  const scale = useScale(TIMES);

  return (
    <Section
      id="declines"
      title={t('declines-title')}
      lead={
        all.hidden
          ? t('declines-few')
          : t('declines-lead', { count: all.value.decisions, declined: percent(all.value.declined) })
      }
      method={[t('declines-method-1'), t('declines-method-2'), t('declines-method-3'), t('declines-method-4')]}
    >
      {rows.length > 0 && (
        <Plot
          scale={scale}
          label={(tick) => t('times', { times: number(tick) })}
          unit={t('declines-unit')}
          legend={<Legend />}
        >
          {rows.map((row) => (
            <DeclineRow key={row.id} row={row} scale={scale} />
          ))}
        </Plot>
      )}
      <NotShown titles={hiddenTitles(groups)} />
      {rows.length > 0 && <DeclinesTable rows={rows} />}
    </Section>
  );
}

interface DeclineRowProps {
  readonly row: ShownRow<DeclineFigures>;
  readonly scale: Scale;
}

function DeclineRow({ row: { title, value }, scale }: DeclineRowProps) {
  const { t } = useTranslation('report');
  const told = useRatio();
  const { ratio, flag } = value;
  const times = ratio ? told(value) : null;
  const flagText = ratio ? t(`flag-${flag}`) : t(flag === 'insufficient' ? 'flag-insufficient' : 'nothing-declined');

  return (
    <PlotRow
      title={title}
      scale={scale}
      sentence={
        times ? t('ratio-sentence', { times: times.ratio, interval: times.interval, flag: flagText }) : flagText
      }
      value={
        <>
          {times && <b>{times.ratio}</b>}
          <small className={flag}>{flagText}</small>
        </>
      }
    >
      <line className="even" x1={scale.x(1)} x2={scale.x(1)} y1="0" y2={ROW} />
      {ratio && (
        <>
          <Whisker scale={scale} low={ratio.low} high={ratio.high ?? Infinity} />
          <Mark scale={scale} at={ratio.value ?? Infinity} shape={flag === 'concern' ? 'square' : 'dot'} name={flag} />
        </>
      )}
      {!ratio && <line className="none" x1={scale.x(0.25)} x2={scale.x(8)} y1={MIDDLE} y2={MIDDLE} />}
    </PlotRow>
  );
}

function Legend() {
  const { t } = useTranslation('report');
  return (
    <span className="legend">
      <span>
        <svg width="6" height="16" aria-hidden>
          <line className="even" x1="3" x2="3" y1="0" y2="16" />
        </svg>
        {t('legend-even')}
      </span>
      <span>
        <svg width="16" height="16" aria-hidden>
          <rect className="mark square concern" x="3" y="3" width="10" height="10" />
        </svg>
        {t('legend-concern')}
      </span>
    </span>
  );
}

function DeclinesTable({ rows }: { readonly rows: readonly ShownRow<DeclineFigures>[] }) {
  const { t } = useTranslation('report');
  const { percent, number } = useFigures();
  const told = useRatio();
  return (
    <FoldedTable
      caption={t('declines-title')}
      head={[t('group'), t('decisions'), t('declined'), t('ratio'), t('interval'), t('verdict')]}
      rows={rows.map(({ title, value }) => {
        const times = value.ratio && told(value);
        return [
          title,
          number(value.decisions),
          value.flag === 'insufficient' ? null : percent(value.declined),
          times?.ratio ?? null,
          times?.interval ?? null,
          t(`flag-${value.flag}`),
        ];
      })}
    />
  );
}

function useRatio(): (figures: DeclineFigures) => { readonly ratio: string; readonly interval: string } {
  const { t } = useTranslation('report');
  const { number } = useFigures();
  return ({ ratio }) => {
    const end = (value: number | null | undefined) => (value === null || value === undefined ? '∞' : number(value));
    return {
      ratio: t('times', { times: end(ratio?.value) }),
      interval: t('from-to', { from: end(ratio?.low), to: end(ratio?.high) }),
    };
  };
}
