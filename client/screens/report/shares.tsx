import { useTranslation } from 'react-i18next';
import type { GroupFigures, PanelReport } from '../../../domain/amplify/report/panel-report.js';
import { Key, MIDDLE, Mark, Plot, PlotRow, Whisker } from './plot.js';
import { rangeUpTo, useScale, type Scale } from './scale.js';
import { NotShown, Section } from './section.js';
import { hiddenTitles, shownRows, type ShownRow } from './shown.js';
import { FoldedTable } from './table.js';
import { useFigures } from './use-figures.js';

/** Each group’s share of the turns as a dot with its interval, beside what it was guaranteed. */
export function Shares({ report }: { readonly report: PanelReport }) {
  const { t } = useTranslation('report');
  const { percent } = useFigures();
  const rows = shownRows(report.groups);
  const scale = useScale(rangeUpTo(Math.max(20, ...rows.flatMap(({ value }) => [value.high, value.floor ?? 0]))));

  return (
    <Section
      id="shares"
      title={t('shares-title')}
      lead={t(`shares-lead-${report.turnsAre}`)}
      method={[t('shares-method-1'), t('shares-method-2'), t('shares-method-3'), t('small-method')]}
    >
      {rows.length > 0 && (
        <Plot scale={scale} label={percent} unit={t(`shares-unit-${report.turnsAre}`)} legend={<Legend />}>
          {rows.map((row) => (
            <ShareRow key={row.id} row={row} scale={scale} />
          ))}
        </Plot>
      )}
      <NotShown titles={hiddenTitles(report.groups)} />
      {rows.length > 0 && <SharesTable rows={rows} />}
    </Section>
  );
}

function ShareRow({ row: { title, value }, scale }: { readonly row: ShownRow<GroupFigures>; readonly scale: Scale }) {
  const { t } = useTranslation('report');
  const { percent } = useFigures();
  const { share, low, high, floor, standing } = value;
  const told = { share: percent(share), low: percent(low), high: percent(high) };
  const standingText = standing && t(`standing-${standing}`);
  const sentence =
    floor === null
      ? t('share-sentence', told)
      : t('share-sentence-floor', { ...told, floor: percent(floor), standing: standingText ?? '' });

  return (
    <PlotRow
      title={title}
      scale={scale}
      sentence={sentence}
      value={
        <>
          <b>{told.share}</b>
          {standingText && <small className={standing ?? ''}>{standingText}</small>}
        </>
      }
    >
      {floor !== null && (
        <line className="floor" x1={scale.x(floor)} x2={scale.x(floor)} y1={MIDDLE - 12} y2={MIDDLE + 12} />
      )}
      <Whisker {...{ scale, low, high }} />
      <Mark scale={scale} at={share} shape={standing === 'short' ? 'ring' : 'dot'} name="" />
    </PlotRow>
  );
}

function Legend() {
  const { t } = useTranslation('report');
  return (
    <span className="legend">
      <Key width={34} label={t('legend-share')}>
        <line className="whisker-alone" x1="1" x2="33" y1="8" y2="8" />
        <circle className="mark dot" cx="17" cy="8" r="5" />
      </Key>
      <Key width={16} label={t('legend-short')}>
        <circle className="mark ring" cx="8" cy="8" r="5" />
      </Key>
      <Key width={6} label={t('legend-floor')}>
        <line className="floor" x1="3" x2="3" y1="0" y2="16" />
      </Key>
    </span>
  );
}

function SharesTable({ rows }: { readonly rows: readonly ShownRow<GroupFigures>[] }) {
  const { t } = useTranslation('report');
  const { percent, number, signed } = useFigures();
  return (
    <FoldedTable
      caption={t('shares-title')}
      head={[
        t('group'),
        t('people'),
        t('people-share'),
        t('turn-share'),
        t('interval'),
        t('guaranteed'),
        t('owed'),
        t('time-share'),
        t('heard-rate'),
      ]}
      rows={rows.map(({ title, value }) => [
        title,
        number(value.people),
        percent(value.peopleShare),
        percent(value.share),
        t('from-to', { from: percent(value.low), to: percent(value.high) }),
        value.floor === null ? null : percent(value.floor),
        value.owed === null ? null : signed(value.owed),
        percent(value.timeShare),
        value.heardRate === null ? null : percent(value.heardRate),
      ])}
    />
  );
}
