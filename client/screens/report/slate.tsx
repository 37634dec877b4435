import { useTranslation } from 'react-i18next';
import type { AtLeast, SlateStep } from '../../../domain/amplify/report/panel-report.js';
import { useScale, type Scale } from './scale.js';
import { Section } from './section.js';
import { FoldedTable } from './table.js';
import { useFigures } from './use-figures.js';

const HEIGHT = 190;
const TOP = 22;
const BOTTOM = 160;

/** The share of those who voted who found something of theirs put to the panel, question by question. */
export function SlatePart({ slate }: { readonly slate: readonly SlateStep[] }) {
  const { t } = useTranslation('report');
  const { percent, number } = useFigures();
  const leftOut = useLeftOut();
  const last = slate.at(-1);

  return (
    <Section
      id="slate"
      title={t('slate-title')}
      lead={
        last
          ? t('slate-lead', { count: slate.length, coverage: percent(last.coverage), leftOut: leftOut(last.leftOut) })
          : t('slate-none')
      }
      method={[t('slate-method-1'), t('slate-method-2')]}
    >
      {last && (
        <>
          <Growth slate={slate} />
          <FoldedTable
            caption={t('slate-title')}
            head={[t('question'), t('coverage'), t('left-out'), t('alpha')]}
            rows={slate.map((step, i) => [
              t('question-n', { number: i + 1 }),
              percent(step.coverage),
              leftOut(step.leftOut),
              step.alphaJR === null ? '–' : number(step.alphaJR),
            ])}
          />
        </>
      )}
    </Section>
  );
}

function Growth({ slate }: { readonly slate: readonly SlateStep[] }) {
  const { t } = useTranslation('report');
  const { percent, number } = useFigures();
  const scale = useScale({ from: 0.4, to: Math.max(slate.length, 4) + 0.6, ticks: [] });

  return (
    <figure className="plot growth">
      <figcaption>{t('slate-unit')}</figcaption>
      <svg role="img" aria-label={t('slate-picture', { count: slate.length })} width="100%" height={HEIGHT}>
        {[0, 50, 100].map((level) => (
          <line key={level} className="grid" x1="0" x2="100%" y1={y(level)} y2={y(level)} />
        ))}
        {slate.map(({ coverage }, i) => (
          <Step key={i} {...{ scale, coverage, place: i + 1 }} before={i === 0 ? null : (slate[i - 1]?.coverage ?? 0)}>
            {percent(coverage)}
          </Step>
        ))}
        {slate.map((_, i) => (
          <text key={i} className="place" x={scale.x(i + 1)} y={HEIGHT - 8} textAnchor="middle">
            {number(i + 1)}
          </text>
        ))}
      </svg>
    </figure>
  );
}

interface StepProps {
  readonly scale: Scale;
  readonly place: number;
  readonly coverage: number;
  readonly before: number | null;
  readonly children: string;
}

function Step({ scale, place, coverage, before, children }: StepProps) {
  const x = scale.x(place);
  return (
    <g>
      <line className="stem" x1={x} x2={x} y1={y(0)} y2={y(coverage)} />
      {before !== null && <line className="rise" x1={scale.x(place - 1)} x2={x} y1={y(before)} y2={y(coverage)} />}
      <circle className="mark dot" cx={x} cy={y(coverage)} r="5" />
      <text x={x} y={y(coverage) - 11} textAnchor="middle">
        {children}
      </text>
    </g>
  );
}

function useLeftOut(): (size: AtLeast) => string {
  const { t } = useTranslation('report');
  const { number } = useFigures();
  return (size) => ('n' in size ? number(size.n) : t('fewer-than', { count: size.below }));
}

function y(coverage: number): number {
  return BOTTOM - (coverage / 100) * (BOTTOM - TOP);
}
