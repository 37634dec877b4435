import { useTranslation } from 'react-i18next';
import type { SlateAudit as Audit } from '../../../domain/wire/slate.js';
import { firstGraphemes } from '../../../domain/text/count.js';
import { Written } from '../../parts/written.js';
import type { Host } from './host.js';
import { useTold } from './use-told.js';

const QUOTED = 140;

export interface SlateAuditProps {
  readonly host: Host;
  readonly audit: Audit;
}

/** Whom a slate leaves out, whoever made it. */
export function SlateAudit({ host, audit }: SlateAuditProps) {
  const { t } = useTranslation('host');
  const told = useTold();
  const { coverage, leftOut, alphaEjrPlus, violating } = audit;
  const words = leftOut ? host.record.contributions.get(leftOut.contributionId)?.words : null;

  return (
    <div className="slate-audit" aria-label={t('audit')} role="group">
      <p>{t('audit-coverage', { share: coverage })}</p>
      {leftOut ? (
        <p>
          {t('audit-left-out', { people: told(leftOut.size) })}{' '}
          {words && (
            <q lang={words.lang} dir="auto">
              <Written text={firstGraphemes(words.text, QUOTED).replaceAll(/\s+/g, ' ')} />
            </q>
          )}
        </p>
      ) : (
        <p>{t('audit-nobody')}</p>
      )}
      {violating !== null && <p>{violating > 0 ? t('audit-short', { count: violating }) : t('audit-fair')}</p>}
      <details>
        <summary>{t('audit-numbers')}</summary>
        <dl>
          <dt>α-JR</dt>
          <dd>{t('alpha', { n: audit.alphaJr })}</dd>
          <dt>α-EJR+</dt>
          <dd>{t('alpha', { n: alphaEjrPlus })}</dd>
        </dl>
        <p className="hint">{t('audit-numbers-text')}</p>
      </details>
    </div>
  );
}
