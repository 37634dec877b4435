import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Posed, RecordState } from '../../../domain/panel/state.js';
import type { People } from '../../../domain/wire/views.js';
import { Author } from '../../parts/author.js';
import { Voice, voiceOf } from '../../parts/voice.js';
import { Written } from '../../parts/written.js';

export interface PosedProps {
  readonly record: RecordState;
  readonly people: People;
  readonly onGoTo: (contributionId: string) => void;
}

/** What was before the panel at this moment, and what had been. */
export function BeforeThePanel({ record, people, onGoTo }: PosedProps) {
  const { t } = useTranslation(['replay', 'common']);
  const open = record.posed.filter(({ answered }) => answered === null);
  const current = open.at(-1);
  const others = [...open.slice(0, -1), ...record.posed.filter(({ answered }) => answered !== null)];
  const [isWide] = useState(() => matchMedia('(width >= 900px)').matches);
  const { speaking } = record.floor;
  if (record.posed.length === 0 && !speaking) return null;

  return (
    <section className="posed" aria-label={t('before-the-panel')}>
      {speaking && (
        <p className="speaking-then">
          <span className="facts">{t('speaks')}</span> <Voice who={voiceOf(speaking, people)} />
        </p>
      )}
      {current && (
        <div className="current">
          <h2>{t('before-the-panel')}</h2>
          <Question posed={current} {...{ record, people, onGoTo }} />
        </div>
      )}
      {others.length > 0 && (
        <details open={isWide}>
          <summary>{t('also-posed', { number: others.length })}</summary>
          <ul>
            {others.map((posed) => (
              <li key={posed.contributionId}>
                <Question posed={posed} {...{ record, people, onGoTo }} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Question({ posed, record, people, onGoTo }: PosedProps & { readonly posed: Posed }) {
  const { t } = useTranslation(['replay', 'common']);
  const { contributionId, answered } = posed;
  const words = record.contributions.get(contributionId)?.words;
  const by = answered?.by ? people[answered.by]?.name : undefined;

  return (
    <div className="question">
      {words ? (
        <>
          <p lang={words.lang} dir="auto" className="words">
            <Written text={words.text} />
          </p>
          <p className="facts">
            <Author words={words} people={people} />
            {answered && (
              <span className="answered">
                <Check aria-hidden size="1em" />
                {by ? t('answered-by', { name: by }) : t('standing-answered')}
              </span>
            )}
            {answered?.answerId && (
              <button type="button" className="moment" onClick={() => onGoTo(answered.answerId ?? '')}>
                {t('to-the-answer')}
              </button>
            )}
          </p>
        </>
      ) : (
        <p className="tombstone">{t('common:tombstone')}</p>
      )}
    </div>
  );
}
