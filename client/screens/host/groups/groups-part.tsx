import { useTranslation } from 'react-i18next';
import { groupsOfForum, type ForumGroups } from '../../../connection/claims.js';
import { useAnswer } from '../../../connection/use-answer.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { Loading } from '../../../ui/waiting.js';
import type { Host } from '../host.js';
import { Accreditation } from './accreditation.js';
import { Codes } from './codes.js';
import { GroupInvitation } from './group-invitation.js';
import './groups.css';
import { InThisPanel } from './in-this-panel.js';
import { Shares } from './shares.js';

/** Who is guaranteed a share of the turns, and the ways into these groups. Never who belongs to them. */
export function GroupsPart({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['groups', 'common']);
  const { forumId } = host.record;
  const { reply, again } = useAnswer(forumId, () => groupsOfForum(forumId));
  if (reply === undefined) return <Loading label={t('common:loading')} lines={5} />;
  if (reply?.ok) return <OfForum host={host} view={reply.value} again={again} />;

  const isPanelHost = reply?.refusal.code === 'not-allowed';
  return (
    <>
      {isPanelHost ? (
        <Notice>{t('not-for-you')}</Notice>
      ) : (
        <Notice tone="harm" action={<Button onPress={again}>{t('common:again')}</Button>}>
          {reply ? refusalText(reply.refusal) : t('common:unreachable')}
        </Notice>
      )}
      <InThisPanel host={host} groups={null} />
    </>
  );
}

interface OfForumProps {
  readonly host: Host;
  readonly view: ForumGroups;
  readonly again: () => void;
}

function OfForum({ host, view, again }: OfForumProps) {
  const { groups } = view;
  return (
    <>
      <Shares host={host} view={view} onSaved={again} />
      {(groups.length > 0 || host.record.queue.groups.length > 0) && <InThisPanel host={host} groups={groups} />}
      {groups.length > 0 && (
        <>
          <Accreditation host={host} groups={groups} onTaken={again} />
          <Codes host={host} view={view} onMade={again} />
          <GroupInvitation host={host} groups={groups} />
        </>
      )}
    </>
  );
}
