import { useTranslation } from 'react-i18next';
import { useLocale } from 'react-aria-components';
import { Suspense, type ReactNode } from 'react';
import { holds } from '../../../../domain/panel/policy.js';
import type { Thread } from '../../../../domain/panel/state.js';
import { lazyScreen } from '../../../shell/lazy-screen.js';
import { absoluteTime, duration } from '../../../ui/formats.js';
import { useNow } from '../../../ui/now.js';
import type { Here } from '../here.js';
import { isOver } from '../is-over.js';
import { Composer, type ComposerProps } from './composer.js';

/** Only strangers need it. */
const JoinHere = lazyScreen(['doors'], async () => (await import('../../../parts/join-here.js')).JoinHere);

export interface WriteHereProps extends Omit<ComposerProps, 'thread'> {
  readonly thread: Thread | null;
  readonly isOpenToAll: boolean;
}

/** The composer, or why there is none now and what one can do. */
export function WriteHere({ thread, isOpenToAll, ...props }: WriteHereProps) {
  const { here } = props;
  const { you } = here.shown;
  const { t } = useTranslation('panel');
  const { phase } = here.record;
  if (isOver(phase)) return null;
  if (you && you.seat === null) {
    return (
      <Suspense fallback={null}>
        <JoinHere panelId={here.panelId} forumId={here.record.forumId} isOpen={isOpenToAll} />
      </Suspense>
    );
  }
  if (you && !holds(you, SPEAKERS)) return <Line>{t('write-observer')}</Line>;
  if (phase === 'scheduled') return <Scheduled here={here} />;
  if (phase !== 'open' && phase !== 'paused') return <Line>{t('write-draft')}</Line>;
  if (!thread) return <Line>{t('write-no-thread')}</Line>;
  if (thread.closed) return <Line>{t('write-thread-closed')}</Line>;
  return <Composer {...props} thread={thread} />;
}

const SPEAKERS = ['owner', 'host', 'moderator', 'panellist', 'interpreter', 'participant'] as const;

function Line({ children }: { readonly children: ReactNode }) {
  return <p className="write-line">{children}</p>;
}

function Scheduled({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { locale } = useLocale();
  const now = useNow();
  const { startsAt } = here.record;
  if (startsAt === null || startsAt <= now) return <Line>{t('write-soon')}</Line>;
  return (
    <Line>
      <span title={absoluteTime(locale, startsAt)}>{t('opens-in', { time: duration(locale, startsAt - now) })}</span>{' '}
      {t('write-scheduled')}
    </Line>
  );
}
