import { ChevronDown, Keyboard } from 'lucide-react';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { holds } from '../../../domain/panel/policy.js';
import type { Role } from '../../../domain/panel/roles.js';
import { PhaseMark } from '../../parts/phase-mark.js';
import { Written } from '../../parts/written.js';
import { lazyScreen } from '../../shell/lazy-screen.js';
import { Button, IconButton } from '../../ui/button.js';
import { ScreenTitle } from '../../ui/screen.js';
import { Time } from '../../ui/time.js';
import type { Here } from './here.js';

export interface PanelHeadProps {
  readonly here: Here;
  readonly onKeys: () => void;
}

export function PanelHead({ here, onKeys }: PanelHeadProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const { record, shown } = here;
  const [isAbout, setIsAbout] = useState(false);
  const [showsRules, setRules] = useState(false);
  const aboutId = useId();
  const lang = record.languages[0] ?? 'und';

  return (
    <header className="panel-head">
      <div className="panel-names">
        <ScreenTitle lang={lang}>{record.title}</ScreenTitle>
        <p className="panel-facts" data-published={record.published}>
          <PhaseMark phase={record.phase} />
          {shown.here !== null && record.phase !== 'archived' && <span>{common('here', { count: shown.here })}</span>}
          <span>{common('contributions', { count: record.published })}</span>
          {record.openedAt !== null && (
            <span className="panel-opened">
              {t('opened')} <Time at={record.openedAt} />
            </span>
          )}
          {record.description && (
            <button
              type="button"
              className="about-toggle"
              aria-expanded={isAbout}
              aria-controls={aboutId}
              onClick={() => setIsAbout(!isAbout)}
            >
              {t('about')}
              <ChevronDown aria-hidden size="1.1em" />
            </button>
          )}
        </p>
        <p id={aboutId} className="panel-about" lang={lang} dir="auto" hidden={!isAbout}>
          <Written text={record.description} />
        </p>
      </div>
      <nav className="panel-ways" aria-label={t('ways')}>
        <Button look="quiet" onPress={() => setRules(true)}>
          {t('house-rules')}
        </Button>
        <Ways here={here} />
        <IconButton icon={Keyboard} label={common('keys')} className="keys-button" onPress={onKeys} />
      </nav>
      <Suspense fallback={null}>
        {showsRules && <RulesDialog record={record} onClose={() => setRules(false)} />}
      </Suspense>
    </header>
  );
}

const RulesDialog = lazyScreen(['treatment'], async () => (await import('./rules-dialog.js')).RulesDialog);
const DESK: readonly Role[] = ['owner', 'host', 'moderator'];
const CHAIR: readonly Role[] = ['owner', 'host'];

function Ways({ here: { panelId, record, shown } }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const actor = { seat: shown.you?.seat ?? null, roles: shown.you?.roles ?? [] };
  const at = `/panels/${panelId}`;
  return (
    <>
      {holds(actor, DESK) && (
        <Link href={`${at}/desk`} className="button quiet">
          {t('desk')}
        </Link>
      )}
      {holds(actor, CHAIR) && (
        <Link href={`${at}/host`} className="button quiet">
          {t('host')}
        </Link>
      )}
      {holds(actor, DESK) && (
        <Link href={`${at}/stage`} className="button quiet">
          {t('stage')}
        </Link>
      )}
      {record.published > 0 && (
        <Link href={`${at}/replay`} className="button quiet">
          {t('replay')}
        </Link>
      )}
    </>
  );
}
