import { Download } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { HOUSE_RULES } from '../../../domain/panel/house-rules.js';
import type { Transparency } from '../../../domain/panel/report/transparency.js';
import { transparency, transparencyFiles } from '../../connection/reports.js';
import { useAnswer } from '../../connection/use-answer.js';
import { Table, type TableProps } from '../report/table.js';
import { useFigures } from '../report/use-figures.js';

/** For hosts: what moderation did in the whole forum, as plain numbers. */
export function Moderation({ forum }: { readonly forum: string }) {
  const { t } = useTranslation(['reports', 'report']);
  const { reply } = useAnswer(forum, () => transparency(forum));
  if (!reply?.ok) return null;
  const told = reply.value;
  const files = transparencyFiles(forum);

  return (
    <section className="host-block moderation" aria-labelledby="moderation">
      <h2 id="moderation">{t('moderation')}</h2>
      <p className="report-text">{t('moderation-text', { count: told.panels })}</p>
      <div className="counts">
        <Sent told={told} />
        <Decided told={told} />
        <Rules told={told} />
        <Again told={told} />
        <Machine told={told} />
      </div>
      <div className="row report-files">
        {(['csv', 'json'] as const).map((kind) => (
          <a key={kind} href={files[kind]} download={`moderation-${forum}.${kind}`} className="button">
            <Download aria-hidden size="1.15em" />
            <span>{t(`report:as-${kind}`)}</span>
          </a>
        ))}
      </div>
    </section>
  );
}

interface ToldProps {
  readonly told: Transparency;
}

function Sent({ told }: ToldProps) {
  const { t } = useTranslation('reports');
  const { number } = useFigures();
  return (
    <Counts
      caption={t('sent')}
      rows={[
        [t('submitted'), number(told.submitted)],
        [t('resubmitted'), number(told.resubmitted)],
        [t('withdrawn'), number(told.withdrawn)],
      ]}
    />
  );
}

function Decided({ told }: ToldProps) {
  const { decisions, undone, reversed, handedOn, recused, inBulk, threads, requestsDeclined, medianMs } = told;
  const { t } = useTranslation('reports');
  const { number } = useFigures();
  const time = useTime();
  return (
    <Counts
      caption={t('decided')}
      rows={[
        [t('verdict_publish'), number(decisions.publish)],
        [t('verdict_revise'), number(decisions.revise)],
        [t('verdict_decline'), number(decisions.decline)],
        [t('verdict_redact'), number(decisions.redact)],
        [t('threads-declined'), number(threads.declined)],
        [t('requests-declined'), number(requestsDeclined)],
        [t('undone'), number(undone)],
        [t('reversed'), number(reversed)],
        [t('handed-on'), number(handedOn)],
        [t('recused'), number(recused)],
        [t('in-bulk'), number(inBulk)],
        [t('median'), medianMs === null ? null : time(medianMs)],
      ]}
    />
  );
}

/** Panels may have rules of their own: those are told by their ids. */
function Rules({ told: { byRule } }: ToldProps) {
  const { t } = useTranslation('reports');
  const { number } = useFigures();
  const rules = Object.entries(byRule).sort(([, a], [, b]) => b - a);
  const titleOf = (id: string) => HOUSE_RULES.find((rule) => rule.id === id)?.title ?? id;
  if (rules.length === 0) return null;
  return (
    <Counts
      caption={t('rules')}
      rows={rules.map(([id, count]) => [id === 'none' ? t('no-rule') : titleOf(id), number(count)])}
    />
  );
}

function Again({ told: { secondLooks, eased, appeals } }: ToldProps) {
  const { t } = useTranslation('reports');
  const { number } = useFigures();
  const time = useTime();
  return (
    <Counts
      caption={t('again')}
      rows={[
        [t('looks-asked'), number(secondLooks.asked)],
        [t('looks-restricted'), number(secondLooks.restricted)],
        [t('looks-confirmed'), number(secondLooks.confirmed)],
        [t('looks-eased'), eased.periods === 0 ? number(0) : time(eased.ms)],
        [t('appeals-lodged'), number(appeals.lodged)],
        [t('appeals-confirmed'), number(appeals.confirmed)],
        [t('appeals-modified'), number(appeals.modified)],
        [t('appeals-overturned'), number(appeals.overturned)],
      ]}
    />
  );
}

function Machine({ told: { screened, automatedRemovals } }: ToldProps) {
  const { t } = useTranslation('reports');
  const { number } = useFigures();
  return (
    <Counts
      caption={t('machine')}
      rows={[
        [t('screened'), number(screened)],
        [t('removals'), number(automatedRemovals)],
      ]}
    />
  );
}

function Counts({ caption, rows }: Omit<TableProps, 'head'>) {
  const { t } = useTranslation('reports');
  return (
    <div>
      <h3>{caption}</h3>
      <Table caption={caption} head={[t('what'), t('count')]} rows={rows} />
    </div>
  );
}

/** Seconds below two minutes, minutes beyond. */
function useTime(): (ms: number) => string {
  const { locale } = useLocale();
  return (ms) => {
    const isShort = ms < 120_000;
    const unit = isShort ? 'second' : 'minute';
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
    return format.format(Math.round(ms / (isShort ? 1_000 : 60_000)));
  };
}
