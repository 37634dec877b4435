import { useId, type ReactNode } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StatementOfReasons } from '../../domain/wire/views.js';
import { absoluteTime } from '../ui/formats.js';
import './statement.css';
import { Written } from './written.js';

export interface StatementProps {
  readonly statement: StatementOfReasons;
  /** The language in which the rule and the note are written. */
  readonly lang: string;
}

/** What an author is told with a restrictive decision, exactly as they read it. */
export function Statement({ statement, lang }: StatementProps) {
  const { t } = useTranslation('treatment');
  const { locale } = useLocale();
  const id = useId();
  const { verdict, rule, note, at, readBy, appealUntil, automated } = statement;

  return (
    <section className="statement" aria-labelledby={id} data-statement={verdict}>
      <p id={id} className="statement-title">
        {t(`statement_${verdict}`)}
      </p>
      <dl>
        <Part name={t('statement-done')}>{t(`statement-done_${verdict}`)}</Part>
        <Part name={t('statement-rule')}>
          {rule ? <Words title={rule.title} text={rule.text} lang={lang} /> : t('statement-no-rule')}
        </Part>
        {note && (
          <Part name={t('statement-note')}>
            <Words text={note} lang={lang} />
          </Part>
        )}
        <Part name={t('statement-when')}>
          <time dateTime={new Date(at).toISOString()}>{absoluteTime(locale, at)}</time>
        </Part>
        <Part name={t('statement-scope')}>{t('statement-scope-text')}</Part>
        <Part name={t('statement-by')}>
          {readBy > 0 && <>{t('statement-read-by', { count: readBy })} </>}
          {t(automated ? 'statement-by-machine' : 'statement-by-text')}
          {/* What is taken out of the record stood there under a name. */}
          {verdict !== 'redact' && <> {t('statement-by-blind')}</>}
        </Part>
        <Part name={t('statement-can')}>{t(`statement-can_${verdict}`)}</Part>
        <Part name={t('statement-mistake')}>
          {appealUntil === null
            ? t('statement-tell-host')
            : t('statement-appeal', { date: absoluteTime(locale, appealUntil) })}
        </Part>
      </dl>
    </section>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface WordsProps {
  readonly title?: string;
  readonly text: string;
  readonly lang: string;
}

function Words({ title, text, lang }: WordsProps) {
  return (
    <span className="statement-words" lang={lang} dir="auto">
      {title && (
        <strong>
          <Written text={title} />
        </strong>
      )}
      <Written text={text} />
    </span>
  );
}
