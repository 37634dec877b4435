import { Check, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Posed } from '../../../domain/panel/state.js';
import { ContributionCard } from '../../parts/contribution-card.js';
import { Button } from '../../ui/button.js';
import { useKeys } from '../../ui/use-keys.js';
import { Empty } from '../../ui/waiting.js';
import { AnsweredDialog } from './answered-dialog.js';
import { AnsweredList } from './answered-list.js';
import { say, type Host } from './host.js';
import { TimeLeft } from './time-left.js';
import { ToWhom } from './to-whom.js';

export function BeforeThePanel({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const [answering, setAnswering] = useState<Posed | null>(null);
  const { posed } = host.record;
  const open = posed.filter(({ answered }) => answered === null);
  const latest = open.at(-1);
  const mayAnswer = host.isLive && host.may('markAnswered');
  useKeys({ a: mayAnswer && latest ? () => setAnswering(latest) : undefined });

  return (
    <section className="host-posed" aria-labelledby="before-the-panel">
      <h2 id="before-the-panel">{t('before-the-panel')}</h2>
      {open.length === 0 && (
        <Empty title={t('nothing-posed')}>
          <p>{t(host.may('pose') ? 'nothing-posed-text' : 'nothing-posed-closed')}</p>
        </Empty>
      )}
      {open.map((one) => (
        <OnePosed
          key={one.contributionId}
          host={host}
          posed={one}
          isLatest={one === latest}
          onAnswered={setAnswering}
        />
      ))}
      <AnsweredList host={host} />
      {answering && <AnsweredDialog host={host} posed={answering} onDone={() => setAnswering(null)} />}
    </section>
  );
}

interface OnePosedProps {
  readonly host: Host;
  readonly posed: Posed;
  readonly isLatest: boolean;
  readonly onAnswered: (posed: Posed) => void;
}

function OnePosed({ host, posed, isLatest, onAnswered }: OnePosedProps) {
  const { t } = useTranslation(['host', 'common']);
  const { contributionId, respondents, answerBy } = posed;
  const contribution = host.record.contributions.get(contributionId);
  if (!contribution) return null;

  const takeBack = async () => {
    if (!(await host.act('unpose', { contributionId }))) return;
    const terms = { ...(respondents.length > 0 ? { respondents } : {}), ...(answerBy ? { answerBy } : {}) };
    say(t('taken-back'), {
      label: t('common:undo'),
      run: () => void host.act('pose', { contributionId, ...terms }),
    });
  };

  return (
    <div className="posed-now">
      <p className="posed-terms">
        <ToWhom respondents={respondents} people={host.shown.people} />
        <TimeLeft posed={posed} pausedAt={host.record.pausedAt} />
      </p>
      <ContributionCard contribution={contribution} people={host.shown.people} />
      <div className="row">
        <Button
          look="primary"
          icon={Check}
          {...(isLatest ? { keyName: 'a' } : {})}
          isDisabled={!host.isLive || !host.may('markAnswered')}
          onPress={() => onAnswered(posed)}
        >
          {t('answered')}
        </Button>
        <Button icon={Undo2} isDisabled={!host.isLive || !host.may('unpose')} onPress={() => void takeBack()}>
          {t('take-back')}
        </Button>
      </div>
    </div>
  );
}
