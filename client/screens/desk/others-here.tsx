import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../domain/wire/views.js';
import { Written } from '../../parts/written.js';

/** Who else is at the desk, and what is in their hands. */
export function OthersHere({ others }: { readonly others: DeskView['others'] }) {
  const { t } = useTranslation('desk');
  if (others.length === 0) return <p className="desk-others hint">{t('others-none')}</p>;

  return (
    <details className="desk-others">
      <summary>{t('others', { count: others.length })}</summary>
      <ul>
        {others.map(({ seat, name, holding, items }) => (
          <li key={seat}>
            <p>
              <bdi>{name}</bdi> <span className="hint">{t('holding', { count: holding })}</span>
            </p>
            <ul>
              {items.map(({ contributionId, threadTitle, text, lang }) => (
                <li key={contributionId}>
                  <bdi className="hint">{threadTitle}</bdi>
                  <p lang={lang} dir="auto">
                    <Written text={text} />
                  </p>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
