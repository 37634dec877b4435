import { ArrowUp, Plus, Presentation, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '../../../domain/panel/state.js';
import type { SlateSeat as Seat } from '../../../domain/wire/slate.js';
import { ContributionCard } from '../../parts/contribution-card.js';
import { Button } from '../../ui/button.js';
import { say, type Host } from './host.js';
import type { OwnOrder } from './use-own-order.js';
import { useTold } from './use-told.js';

export interface SlateSeatProps {
  readonly host: Host;
  readonly seat: Seat;
  readonly own: OwnOrder;
  readonly isFirst: boolean;
}

/** A seat of the slate, and who asked for it. */
export function SlateSeat({ host, seat, own, isFirst }: SlateSeatProps) {
  const { t } = useTranslation(['host', 'common']);
  const contribution = host.record.contributions.get(seat.contributionId);
  if (!contribution?.words) return null;

  return (
    <OneSeat host={host} contribution={contribution} isFirst={isFirst} why={<Why seat={seat} />}>
      <Button look="quiet" icon={Plus} isDisabled={own.ids.includes(seat.contributionId)} onPress={add}>
        {t('own-add')}
      </Button>
    </OneSeat>
  );

  function add() {
    own.add(seat.contributionId);
    say(t('own-added'));
  }
}

export interface OwnSeatProps {
  readonly host: Host;
  readonly contribution: Contribution;
  readonly own: OwnOrder;
  /** For how many it is the only one. */
  readonly sole: string | null;
}

/** One of the host’s own order. */
export function OwnSeat({ host, contribution, own, sole }: OwnSeatProps) {
  const { t } = useTranslation('host');
  const { id } = contribution;
  const isFirst = own.ids[0] === id;
  return (
    <OneSeat host={host} contribution={contribution} isFirst={isFirst} why={sole && t('seat-sole', { people: sole })}>
      <Button look="quiet" icon={ArrowUp} isDisabled={isFirst} onPress={() => own.raise(id)}>
        {t('own-raise')}
      </Button>
      <Button look="quiet" icon={X} onPress={() => own.remove(id)}>
        {t('own-remove')}
      </Button>
    </OneSeat>
  );
}

interface OneSeatProps {
  readonly host: Host;
  readonly contribution: Contribution;
  readonly isFirst: boolean;
  readonly why: ReactNode;
  readonly children: ReactNode;
}

function OneSeat({ host, contribution, isFirst, why, children }: OneSeatProps) {
  const { t } = useTranslation('host');
  const contributionId = contribution.id;
  const pose = async () => {
    if (!(await host.act('pose', { contributionId }))) return;
    say(t('posed'), { label: t('take-back'), run: () => void host.act('unpose', { contributionId }) });
  };

  return (
    <li className="host-question">
      <ContributionCard
        contribution={contribution}
        people={host.shown.people}
        note={why}
        actions={
          <>
            {host.may('pose') && (
              <Button
                look={isFirst ? 'primary' : 'plain'}
                icon={Presentation}
                isDisabled={!host.isLive}
                onPress={() => void pose()}
              >
                {t('pose-now')}
              </Button>
            )}
            {children}
          </>
        }
      />
    </li>
  );
}

function Why({ seat: { phase, payers, sole, newly, commonGround } }: { readonly seat: Seat }) {
  const { t } = useTranslation('host');
  const told = useTold();
  return (
    <>
      {commonGround && <span className="mark">{t('common-ground')}</span>}
      {phase === 'equal-shares' && <span>{t('seat-shares', { people: told(payers) })}</span>}
      {phase === 'coverage' && <span>{t('seat-newly', { people: told(newly) })}</span>}
      {phase === 'phragmen' && <span>{t('seat-rest')}</span>}
      {phase === 'unsupported' ? (
        <span>{t('seat-unsupported')}</span>
      ) : (
        <span>{t('seat-sole', { people: told(sole) })}</span>
      )}
    </>
  );
}
