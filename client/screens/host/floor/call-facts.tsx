import { useTranslation } from 'react-i18next';
import type { HostedCall } from '../../../../domain/wire/floor.js';
import type { Host } from '../host.js';

/** What somebody asked to speak for. */
export function CallFacts({
  host,
  call: { kind, threadId, note },
}: {
  readonly host: Host;
  readonly call: HostedCall;
}) {
  const { t } = useTranslation('floor');
  const thread = threadId === null ? undefined : host.record.threads.get(threadId);
  if (kind === 'topic' && !thread && !note) return null;
  return (
    <p className="floor-facts">
      {kind !== 'topic' && <span className="floor-kind">{t(`kind-${kind}`)}</span>}
      {thread && <bdi lang={thread.lang}>{thread.title}</bdi>}
      {note && <bdi className="floor-note">{note}</bdi>}
    </p>
  );
}
