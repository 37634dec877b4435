import { Pin, PinOff, Plus, Presentation } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { roughly } from '../../../domain/amplify/slate/facts.js';
import type { Contribution } from '../../../domain/panel/state.js';
import { ContributionCard } from '../../parts/contribution-card.js';
import { Button } from '../../ui/button.js';
import { isOver } from '../panel/is-over.js';
import { say, type Host } from './host.js';
import type { OwnOrder } from './use-own-order.js';
import { useTold } from './use-told.js';

export interface OneQuestionProps {
  readonly host: Host;
  readonly question: Contribution;
  readonly own: OwnOrder;
  readonly onPose: (question: Contribution) => void;
}

export function OneQuestion({ host, question, own, onPose }: OneQuestionProps) {
  const { t } = useTranslation(['host', 'common']);
  const { record, shown, isLive } = host;
  const thread = record.threads.get(question.threadId);
  const isPinned = record.pinned.includes(question.id);

  return (
    <li className="host-question">
      <ContributionCard
        contribution={question}
        people={shown.people}
        note={
          <>
            {thread && (
              <bdi lang={thread.lang} className="host-thread-name">
                {thread.title}
              </bdi>
            )}
            <Support tally={question.tally} isOver={isOver(record.phase)} />
            {question.mergedInto !== undefined && <span>{t('merged-already')}</span>}
          </>
        }
        actions={
          <>
            {host.may('pose') && (
              <Button icon={Presentation} isDisabled={!isLive} onPress={() => onPose(question)}>
                {t('pose')}
              </Button>
            )}
            {host.may('pose') && (
              <Button
                look="quiet"
                icon={Plus}
                isDisabled={own.ids.includes(question.id)}
                onPress={() => own.add(question.id)}
              >
                {t('own-add')}
              </Button>
            )}
            {host.may('pin') && (
              <Button
                look="quiet"
                icon={isPinned ? PinOff : Pin}
                isDisabled={!isLive}
                onPress={() => void (isPinned ? unpin() : host.act('pin', { contributionId: question.id }))}
              >
                {t(isPinned ? 'unpin' : 'pin')}
              </Button>
            )}
          </>
        }
      />
    </li>
  );

  async function unpin() {
    const contributionId = question.id;
    if (!(await host.act('unpin', { contributionId }))) return;
    say(t('unpinned'), { label: t('common:undo'), run: () => void host.act('pin', { contributionId }) });
  }
}

interface SupportProps {
  readonly tally: Contribution['tally'];
  readonly isOver: boolean;
}

/** In fives while people vote: whoever watches exact counts move learns whose vote it was. */
function Support({ tally, isOver: isCounted }: SupportProps) {
  const { t } = useTranslation(['host', 'common']);
  const people = useTold();
  const voted = tally ? tally.agree + tally.pass + tally.disagree : 0;
  if (!tally || voted === 0) return <span>{t('no-votes')}</span>;
  if (!isCounted) return <span>{t('support-told', { people: people(roughly(tally.agree)) })}</span>;
  return (
    <span>
      {t('support', { agree: tally.agree, count: voted })}
      {tally.disagree > 0 && `, ${t('objection', { count: tally.disagree })}`}
    </span>
  );
}
