import { useTranslation } from 'react-i18next';
import type { Role } from '../../../domain/panel/roles.js';
import { seatsOf } from '../../connection/hosting.js';
import { usePolled } from '../../connection/use-polled.js';
import type { Host } from './host.js';
import { Invitations } from './invitations.js';

const SHOWN = ['panellist', 'moderator', 'interpreter', 'host'] as const satisfies readonly Role[];

export function People({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  return (
    <>
      <section className="host-block" aria-labelledby="people">
        <h2 id="people">{t('part-people')}</h2>
        {SHOWN.map((role) => (
          <WithRole key={role} host={host} role={role} />
        ))}
      </section>
      <Invitations host={host} />
    </>
  );
}

function WithRole({ host, role }: { readonly host: Host; readonly role: (typeof SHOWN)[number] }) {
  const { t } = useTranslation(['host', 'common']);
  const { value } = usePolled(() => seatsOf(host.panelId, role), 10_000);
  const isNeeded = role === 'panellist' || role === 'moderator';
  if (!value || (value.length === 0 && !isNeeded)) return null;

  return (
    <div className="host-people">
      <h3>{t(`people-${role}`)}</h3>
      {value.length === 0 && (
        <p className="hint">{t(`people-no-${role === 'moderator' ? 'moderator' : 'panellist'}`)}</p>
      )}
      <ul>
        {value.map(({ seat, name, affiliation }) => (
          <li key={seat}>
            <bdi>{name}</bdi>
            {affiliation && (
              <span className="hint">
                {' · '}
                <bdi>{affiliation}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
