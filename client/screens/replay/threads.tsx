import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../domain/panel/state.js';
import { Select } from '../../ui/fields.js';
import { Swatch } from './swatch.js';

export interface ThreadsProps {
  /** In order of opening. */
  readonly threads: readonly Thread[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly published: number;
  readonly chosen: string | null;
  readonly onChoose: (threadId: string | null) => void;
}

/** All threads, or one of them: beside the stream where there is room. */
export function ThreadList({ threads, indexOf, published, chosen, onChoose }: ThreadsProps) {
  const { t } = useTranslation('replay');

  return (
    <nav className="threads" aria-label={t('threads')}>
      <button type="button" aria-current={chosen === null ? 'true' : undefined} onClick={() => onChoose(null)}>
        <span>{t('all-threads')}</span>
        <span className="count">
          <Count count={published} />
        </span>
      </button>
      {threads.map(({ id, title, lang, published: count, closed }) => (
        <button key={id} type="button" aria-current={chosen === id ? 'true' : undefined} onClick={() => onChoose(id)}>
          <Swatch index={indexOf.get(id) ?? 0} />
          <span>
            <bdi lang={lang}>{title}</bdi>
            {closed && <small>{t('thread-closed')}</small>}
          </span>
          <span className="count">
            <Count count={count} />
          </span>
        </button>
      ))}
    </nav>
  );
}

/** The same on a phone. */
export function ThreadSelect({ threads, chosen, onChoose }: ThreadsProps) {
  const { t } = useTranslation('replay');

  return (
    <Select
      label={t('threads')}
      isLabelUnseen
      value={chosen ?? ''}
      onChange={(id) => onChoose(id === '' ? null : id)}
      options={[
        { value: '', label: t('all-threads') },
        ...threads.map(({ id, title, lang, published }) => ({
          value: id,
          label: `${title} (${published})`,
          lang,
        })),
      ]}
    />
  );
}

function Count({ count }: { readonly count: number }) {
  const { locale } = useLocale();
  return new Intl.NumberFormat(locale).format(count);
}
