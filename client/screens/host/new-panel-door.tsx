import { Suspense } from 'react';
import type { PanelSummary } from '../../../domain/wire/views.js';
import { invitationsOf } from '../../connection/hosting.js';
import { useAnswer } from '../../connection/use-answer.js';
import { useSession } from '../../connection/use-session.js';
import { lazyScreen } from '../../shell/lazy-screen.js';

const NewPanel = lazyScreen(['host'], async () => (await import('./new-panel.js')).NewPanel);

export interface NewPanelDoorProps {
  readonly forumId: string;
  /** As the asker knows them. */
  readonly panels: readonly PanelSummary[];
}

/** Only for who hosts the whole forum; for everybody else there is nothing here, and nothing is loaded. */
export function NewPanelDoor({ forumId, panels }: NewPanelDoorProps) {
  const { session } = useSession();
  if (session === null) return null;
  if (panels.length === 0) return <InEmptyForum forumId={forumId} />;
  return hostsAll(panels) && <Door forumId={forumId} />;
}

/** No panel tells what somebody is in an empty forum: who may invite to all of it is asked. */
function InEmptyForum({ forumId }: { readonly forumId: string }) {
  const { reply } = useAnswer(forumId, () => invitationsOf(forumId));
  return reply?.ok && <Door forumId={forumId} />;
}

function Door({ forumId }: { readonly forumId: string }) {
  return (
    <Suspense fallback={null}>
      <div>
        <NewPanel forumId={forumId} />
      </div>
    </Suspense>
  );
}

/** Whoever hosts all of a forum hosts each of its panels. */
export function hostsAll(panels: readonly PanelSummary[]): boolean {
  return panels.every(({ roles }) => roles.includes('owner') || roles.includes('host'));
}
