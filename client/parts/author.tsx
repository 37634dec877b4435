import { useTranslation } from 'react-i18next';
import type { Words } from '../../domain/panel/events.js';
import type { People } from '../../domain/wire/views.js';

export interface AuthorProps {
  readonly words: Words;
  readonly people: People;
}

/** Whoever said it, as they chose to be shown: by name, with what they are here where that is more than taking part. */
export function Author({ words, people }: AuthorProps) {
  const { t } = useTranslation();
  if (words.author === null) return <span className="author by-role">{t(`role_${words.role ?? 'participant'}`)}</span>;

  const person = people[words.author];
  const isPlain = !person || person.role === 'participant' || person.role === 'observer';
  return (
    <span className="author">
      <bdi>{person?.name ?? t('somebody')}</bdi>
      {person?.affiliation && (
        <span className="affiliation">
          <bdi>{person.affiliation}</bdi>
        </span>
      )}
      {!isPlain && <span className="role">{t(`role_${person.role}`)}</span>}
    </span>
  );
}
