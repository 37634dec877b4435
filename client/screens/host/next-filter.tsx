import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../domain/panel/state.js';
import { Choices } from '../../ui/choices.js';
import { Select, TextField } from '../../ui/fields.js';
import type { Wish } from './next-questions.js';

export interface NextFilterProps {
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
  readonly threads: readonly Thread[];
}

export function NextFilter({ wish, onChange, threads }: NextFilterProps) {
  const { t } = useTranslation(['host', 'common']);
  return (
    <div className="next-filter">
      <div className="next-search">
        <TextField
          label={t('next-search')}
          isLabelUnseen
          type="search"
          placeholder={t('next-search')}
          value={wish.words}
          onChange={(words) => onChange({ ...wish, words })}
        />
      </div>
      {threads.length > 1 && (
        <Select
          label={t('next-thread')}
          isLabelUnseen
          value={wish.threadId}
          onChange={(threadId) => onChange({ ...wish, threadId })}
          options={[
            { value: '', label: t('next-all-threads') },
            ...threads.map(({ id, title, lang }) => ({ value: id, label: title, lang })),
          ]}
        />
      )}
      <Choices
        label={t('next-order')}
        isLabelUnseen
        value={wish.order}
        onChange={(order) => onChange({ ...wish, order })}
        options={[
          { value: 'support', label: t('order-support') },
          { value: 'newest', label: t('order-newest') },
        ]}
      />
    </div>
  );
}
