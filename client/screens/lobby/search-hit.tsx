import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SearchHit } from '../../../domain/wire/views.js';
import { Written } from '../../parts/written.js';
import { Time } from '../../ui/time.js';
import { marked } from './marked.js';

/** One contribution that was found, with the way to where it was said. */
export function Hit({ hit, q }: { readonly hit: SearchHit; readonly q: string }) {
  const { t } = useTranslation('doors');
  const { panel, threadTitle, kind, at, text, lang, author, contributionId } = hit;

  return (
    <li>
      <article className="hit" data-hit={contributionId}>
        <div className="where">
          <h2 dir="auto">
            <Link href={placeOf(hit)}>
              <Written text={panel.title} />
            </Link>
          </h2>
          <span dir="auto">
            <Written text={threadTitle} />
          </span>
        </div>
        <p className="words" lang={lang} dir="auto">
          {marked(text, q).map((run, i) =>
            run.isMatch ? (
              <mark key={i}>
                <Written text={run.text} />
              </mark>
            ) : (
              <Written key={i} text={run.text} />
            ),
          )}
        </p>
        <p className="by">
          <bdi>{author?.name ?? t('by-role-only')}</bdi>
          <span>{t(`kind_${kind}`, { ns: 'common' })}</span>
          <Time at={at} />
        </p>
      </article>
    </li>
  );
}

/** Where it was said: in the replay at that instant, or in the panel while that is on. */
function placeOf({ panel: { panelId, phase }, contributionId }: SearchHit): string {
  const isOn = phase === 'open' || phase === 'paused';
  return isOn ? `/panels/${panelId}` : `/panels/${panelId}/replay?at=${contributionId}`;
}
