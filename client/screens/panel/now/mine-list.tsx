import { useTranslation } from 'react-i18next';
import type { MineItem } from '../../../../domain/wire/views.js';
import type { Outgoing } from '../../../connection/outgoing.js';
import { Notice } from '../../../ui/notice.js';
import type { Here } from '../here.js';
import { MineLine } from './mine-line.js';
import { OutgoingLine } from './outgoing-line.js';
import { isSubmission, type Change } from './submissions.js';

/** Everything of mine here, newest first, each with where it truly stands. */
export function MineList({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { shown } = here;
  const outgoing = shown.outbox.filter(isSubmission).toReversed();
  const items = [...(shown.mine?.items ?? [])].sort((a, b) => b.at - a.at);

  return (
    <section className="mine" aria-label={t('mine')}>
      <h2>{t('mine')}</h2>
      {!shown.outboxIsDurable && outgoing.length > 0 && <Notice>{t('not-durable')}</Notice>}
      {outgoing.length + items.length === 0 && (
        <p className="hint">{t(shown.you?.seat ? 'mine-empty' : 'mine-nobody')}</p>
      )}
      <ul>
        {outgoing.map((one) => (
          <OutgoingLine key={one.id} here={here} one={one} />
        ))}
        {items.map((item) => (
          <MineLine key={item.contributionId} here={here} item={item} pending={pendingFor(item, shown.outbox)} />
        ))}
      </ul>
    </section>
  );
}

/** A change of this item that is on its way, or was refused. */
function pendingFor({ contributionId }: MineItem, outbox: readonly Outgoing[]): Change | null {
  const changes = outbox.filter(
    (one): one is Change => one.type === 'edit' || one.type === 'resubmit' || one.type === 'withdraw',
  );
  return changes.findLast((one) => one.body.contributionId === contributionId) ?? null;
}
