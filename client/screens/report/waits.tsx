import { useTranslation } from 'react-i18next';
import type { PanelReport, Waits as WaitFigures } from '../../../domain/amplify/report/panel-report.js';
import { Key, MIDDLE, Plot, PlotRow } from './plot.js';
import { rangeUpTo, useScale, type Scale } from './scale.js';
import { NotShown, Section } from './section.js';
import { hiddenTitles, shownRows, type ShownRow } from './shown.js';
import { FoldedTable } from './table.js';
import { useFigures } from './use-figures.js';

/** How long people waited for their first turn: a strip for everybody and for each group. */
export function Waits({ report }: { readonly report: PanelReport }) {
  const { t } = useTranslation('report');
  const { number } = useFigures();
  const all = report.waits.hidden ? [] : [{ id: '', title: t('everybody'), value: report.waits.value }];
  const rows = [...all, ...shownRows(report.groupWaits)];
  const scale = useScale(rangeUpTo(Math.max(10, ...rows.flatMap(({ value }) => minutesIn(value)))));

  return (
    <Section
      id="waits"
      title={t('waits-title')}
      lead={t('waits-lead')}
      method={[t('waits-method-1'), t('waits-method-2'), t('small-method')]}
    >
      {rows.length > 0 && (
        <Plot scale={scale} label={(tick) => number(tick)} unit={t('waits-unit')} legend={<Legend />}>
          {rows.map((row) => (
            <WaitRow key={row.id} row={row} scale={scale} />
          ))}
        </Plot>
      )}
      <NotShown titles={hiddenTitles(report.groupWaits)} />
      {rows.length > 0 && <WaitsTable rows={rows} />}
    </Section>
  );
}

function WaitRow({ row: { title, value }, scale }: { readonly row: ShownRow<WaitFigures>; readonly scale: Scale }) {
  const { t } = useTranslation('report');
  const { minutes } = useFigures();
  const { median, spread } = value;
  const told = median === null ? t('not-reached') : minutes(median);

  return (
    <PlotRow
      title={title}
      scale={scale}
      sentence={median === null ? t('wait-sentence-unreached') : t('wait-sentence', { time: told })}
      value={median === null ? <small>{told}</small> : <b>{told}</b>}
    >
      {!spread.hidden && <Strip scale={scale} {...spread.value} />}
      {median !== null && (
        <line className="median" x1={scale.x(median)} x2={scale.x(median)} y1={MIDDLE - 9} y2={MIDDLE + 9} />
      )}
    </PlotRow>
  );
}

interface StripProps {
  readonly scale: Scale;
  readonly quarter: number | null;
  readonly threeQuarters: number | null;
  readonly ninety: number | null;
}

/** The middle half, thick; thin on to nine in ten; broken where that many were not heard before the end. */
function Strip({ scale, quarter, threeQuarters, ninety }: StripProps) {
  if (quarter === null) return null;
  const end = scale.x(threeQuarters ?? Infinity);
  const far = scale.x(ninety ?? Infinity);
  return (
    <g className="strip">
      <line
        className={threeQuarters === null ? 'half open' : 'half'}
        x1={scale.x(quarter)}
        x2={end}
        y1={MIDDLE}
        y2={MIDDLE}
      />
      {threeQuarters !== null && (
        <line className={ninety === null ? 'tail open' : 'tail'} x1={end} x2={far} y1={MIDDLE} y2={MIDDLE} />
      )}
    </g>
  );
}

function Legend() {
  const { t } = useTranslation('report');
  return (
    <span className="legend">
      <Key width={6} label={t('legend-median')}>
        <line className="median" x1="3" x2="3" y1="0" y2="16" />
      </Key>
      <Key width={28} className="strip" label={t('legend-half')}>
        <line className="half" x1="1" x2="27" y1="8" y2="8" />
      </Key>
      <Key width={28} className="strip" label={t('legend-ninety')}>
        <line className="tail" x1="1" x2="27" y1="8" y2="8" />
      </Key>
      <Key width={28} className="strip" label={t('legend-open')}>
        <line className="tail open" x1="1" x2="27" y1="8" y2="8" />
      </Key>
    </span>
  );
}

function WaitsTable({ rows }: { readonly rows: readonly ShownRow<WaitFigures>[] }) {
  const { t } = useTranslation('report');
  const { minutes } = useFigures();
  const told = (time: number | null) => (time === null ? t('not-reached') : minutes(time));
  return (
    <FoldedTable
      caption={t('waits-title')}
      head={[t('group'), t('quarter'), t('median'), t('three-quarters'), t('ninety')]}
      rows={rows.map(({ title, value: { median, spread } }) => [
        title,
        spread.hidden ? null : told(spread.value.quarter),
        told(median),
        spread.hidden ? null : told(spread.value.threeQuarters),
        spread.hidden ? null : told(spread.value.ninety),
      ])}
    />
  );
}

function minutesIn({ median, spread }: WaitFigures): readonly number[] {
  const { quarter, threeQuarters, ninety } = spread.hidden ? NONE : spread.value;
  return [median, quarter, threeQuarters, ninety].filter((one) => one !== null);
}

const NONE = { quarter: null, threeQuarters: null, ninety: null };
