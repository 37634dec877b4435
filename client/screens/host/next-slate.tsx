import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlateAudit as Audit } from '../../../domain/wire/slate.js';
import { auditOf, slateOf } from '../../connection/slates.js';
import { usePolled } from '../../connection/use-polled.js';
import { Choices } from '../../ui/choices.js';
import { Empty } from '../../ui/waiting.js';
import type { Host } from './host.js';
import { SlateAudit } from './slate-audit.js';
import { OwnSeat, SlateSeat } from './slate-seat.js';
import type { OwnOrder } from './use-own-order.js';
import { useTold } from './use-told.js';

const EVERY_MS = 5_000;

export interface NextSlateProps {
  readonly host: Host;
  readonly own: OwnOrder;
}

/** What to put next: as the votes have it, or in an order of the host’s own, with what either does to the voters. */
export function NextSlate({ host, own }: NextSlateProps) {
  const { t } = useTranslation('host');
  const [which, setWhich] = useState<'suggested' | 'own'>('suggested');
  return (
    <section className="host-next" aria-labelledby="next-slate">
      <h2 id="next-slate">{t('next-title')}</h2>
      <Choices
        label={t('next-which')}
        isLabelUnseen
        value={which}
        onChange={setWhich}
        options={[
          { value: 'suggested', label: t('next-suggested') },
          { value: 'own', label: t('next-own') },
        ]}
      />
      {which === 'suggested' ? <Suggested host={host} own={own} /> : <Own host={host} own={own} />}
    </section>
  );
}

function Suggested({ host, own }: NextSlateProps) {
  const { t } = useTranslation('host');
  const told = useTold();
  const { value: slate, again } = usePolled(() => slateOf(host.panelId), EVERY_MS);
  const { posed, published } = host.record;
  useEffect(again, [again, posed, published]);
  const put = new Set(posed.map(({ contributionId }) => contributionId));
  const seats = slate?.seats.filter(({ contributionId }) => !put.has(contributionId)) ?? [];
  if (!slate) return null;
  if (seats.length === 0) {
    return (
      <Empty title={t('slate-none')}>
        <p>{t('slate-none-text')}</p>
      </Empty>
    );
  }

  return (
    <>
      <p className="hint">
        {t('slate-text', { people: told(slate.voters) })}
        {slate.provisional && (
          <>
            {' '}
            <strong className="mark now">{t('slate-provisional')}</strong> {t('slate-provisional-text')}
          </>
        )}
      </p>
      <ol className="host-questions">
        {seats.map((seat, i) => (
          <SlateSeat key={seat.contributionId} host={host} seat={seat} own={own} isFirst={i === 0} />
        ))}
      </ol>
      <SlateAudit host={host} audit={slate.audit} />
    </>
  );
}

/** What was put meanwhile or is no longer there is out of it by itself. */
function Own({ host, own }: NextSlateProps) {
  const { t } = useTranslation('host');
  const told = useTold();
  const { contributions, posed } = host.record;
  const put = new Set(posed.map(({ contributionId }) => contributionId));
  const questions = own.ids
    .map((id) => contributions.get(id))
    .filter((one) => one !== undefined)
    .filter((one) => one.words !== null && !put.has(one.id));
  const audit = useAudit(
    host.panelId,
    questions.map(({ id }) => id),
  );
  const soleOf = (id: string) => audit?.sole.find(({ contributionId }) => contributionId === id)?.people;

  if (questions.length === 0) {
    return (
      <Empty title={t('own-none')}>
        <p>{t('own-none-text')}</p>
      </Empty>
    );
  }
  return (
    <>
      <ol className="host-questions">
        {questions.map((one) => {
          const sole = soleOf(one.id);
          return <OwnSeat key={one.id} host={host} contribution={one} own={own} sole={sole ? told(sole) : null} />;
        })}
      </ol>
      {audit && <SlateAudit host={host} audit={audit} />}
    </>
  );
}

function useAudit(panelId: string, ids: readonly string[]): Audit | null {
  const [audit, setAudit] = useState<Audit | null>(null);
  const chosen = ids.join(' ');
  useEffect(() => {
    if (chosen === '') return undefined;
    let isOver = false;
    const ask = async () => {
      const reply = await auditOf(panelId, chosen.split(' '));
      if (!isOver && reply) setAudit(reply.ok ? reply.value.audit : null);
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [panelId, chosen]);
  return audit;
}
