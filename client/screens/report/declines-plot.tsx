import { useTranslation } from 'react-i18next';
import type { DeclineFigures } from '../../../domain/amplify/report/panel-report.js';
import { Key, MIDDLE, Mark, Plot, PlotRow, ROW, Whisker } from './plot.js';
import { useScale, type Scale } from './scale.js';
import type { ShownRow } from './shown.js';
import { useFigures } from './use-figures.js';

const TIMES = { from: 0.25, to: 8, ticks: [0.25, 0.5, 1, 2, 4, 8], isLogarithmic: true };

/** How many times as often each group’s contributions were declined as everybody else’s, with its interval. */
export function DeclinesPlot({ rows }: { readonly rows: readonly ShownRow<DeclineFigures>[] }) {
  const { t } = useTranslation('report');
  const { number } = useFigures();
  const scale = useScale(TIMES);
  if (rows.length === 0) return null;

  return (
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
      <Key width={6} label={t('legend-even')}>
        <line className="even" x1="3" x2="3" y1="0" y2="16" />
      </Key>
      <Key width={16} label={t('legend-concern')}>
        <rect className="mark square concern" x="3" y="3" width="10" height="10" />
      </Key>
    </span>
  );
}

export function useRatio(): (figures: DeclineFigures) => { readonly ratio: string; readonly interval: string } {
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
