import { useTranslation } from 'react-i18next';
import type { ForumSummary, PanelSummary } from '../../../domain/wire/views.js';
import { PhaseMark } from '../../parts/phase-mark.js';
import { Written } from '../../parts/written.js';
import { Time } from '../../ui/time.js';

export interface Place {
  readonly panel: PanelSummary | null;
  readonly forum: ForumSummary | null;
}

/** What somebody is invited to, as far as they may know it before they come in. */
export function InvitedTo({ place: { panel, forum } }: { readonly place: Place }) {
  const { t } = useTranslation('doors');
  if (!panel && !forum) return null;
  const startsAt = panel?.phase === 'scheduled' ? panel.startsAt : null;

  return (
    <div className="invited-to">
      {panel && (
        <p className="invited-title" lang={panel.languages[0]} dir="auto">
          <Written text={panel.title} />
        </p>
      )}
      {forum && (
        <p className={panel ? 'invited-more' : 'invited-title'} dir="auto">
          <Written text={forum.title} />
        </p>
      )}
      {panel && (
        <p className="invited-more">
          <PhaseMark phase={panel.phase} />
          {startsAt !== null && (
            <>
              {' '}
              · {t('starts')} <Time at={startsAt} />
            </>
          )}
        </p>
      )}
      {!panel && <p className="invited-more">{t('invited-unknown')}</p>}
    </div>
  );
}
