import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { seatsOf } from '../../connection/hosting.js';
import { usePolled } from '../../connection/use-polled.js';
import type { Host } from './host.js';

const CHECKS = ['title', 'thread', 'rules', 'publication', 'moderator', 'start'] as const;

/** What a panel had better have before it opens. Nothing of it is enforced: the host decides. */
export function Checklist({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const moderators = usePolled(() => seatsOf(host.panelId, 'moderator'), 10_000);
  const { title, threads, rules, startsAt, publication } = host.record;
  const met: Record<(typeof CHECKS)[number], boolean> = {
    title: title !== '',
    thread: [...threads.values()].some(({ closed }) => !closed),
    rules: rules.length > 0,
    publication: true,
    moderator: (moderators.value?.length ?? 0) > 0,
    start: startsAt !== null,
  };

  return (
    <ul className="host-checklist" aria-label={t('checklist')}>
      {CHECKS.map((check) => {
        const Icon = met[check] ? CircleCheck : CircleAlert;
        return (
          <li key={check} className={met[check] ? 'met' : 'missing'}>
            <Icon size="1.15em" aria-label={t(met[check] ? 'check-met' : 'check-missing')} />
            <span>
              {check === 'publication' ? t(`check-publication-${publication.mode}`) : t(`check-${check}`)}
              {!met[check] && (
                <small>{t(`check-${check as 'thread' | 'moderator' | 'start' | 'title' | 'rules'}-missing`)}</small>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
