import { Check, Minus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../../../domain/panel/events.js';
import type { Contribution } from '../../../../domain/panel/state.js';
import { firstGraphemes } from '../../../../domain/text/count.js';
import { Said } from '../../../parts/said.js';
import { wordsFor } from '../../../parts/words-for.js';
import { Written } from '../../../parts/written.js';
import { Button } from '../../../ui/button.js';
import { useKeys } from '../../../ui/use-keys.js';
import { useActsHere, type Here } from '../here.js';
import { useVoting } from './use-voting.js';

const CHOICES = [
  { choice: 'agree', keyName: '1', icon: Check },
  { choice: 'pass', keyName: '2', icon: Minus },
  { choice: 'disagree', keyName: '3', icon: X },
] as const;

/** One contribution at a time, on which this reader has not said anything yet. */
export function VotingCard({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { current, isAsking, people, votes, vote, last } = useVoting(here);
  const isOn = current !== null;
  useKeys(
    Object.fromEntries(CHOICES.map(({ choice, keyName }) => [keyName, () => current && vote(current.id, choice)])),
    isOn,
  );

  const lastVote = <LastVote here={here} last={last} choice={last ? (votes.get(last) ?? null) : null} onVote={vote} />;
  return (
    <section className="voting" aria-label={t('your-voice')}>
      <h2>{t('your-voice')}</h2>
      {current ? (
        <div className="vote-card" data-vote-on={current.id}>
          <div className="vote-words" role="group" aria-label={t('vote-on')}>
            <Context here={here} contribution={current} />
            <Said key={current.id} contribution={current} people={people} isTight />
          </div>
          <div className="vote-buttons" role="group" aria-label={t('your-voice')}>
            {CHOICES.map(({ choice, keyName, icon }) => (
              <Button key={choice} icon={icon} keyName={keyName} onPress={() => vote(current.id, choice)}>
                {t(`vote_${choice}`)}
              </Button>
            ))}
          </div>
          {lastVote}
        </div>
      ) : (
        <>
          {!isAsking && <p className="vote-none">{t('vote-none')}</p>}
          {lastVote}
        </>
      )}
    </section>
  );
}

function Context({
  here,
  contribution: { parentId, kind },
}: {
  readonly here: Here;
  readonly contribution: Contribution;
}) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const parent = parentId ? here.record.contributions.get(parentId)?.words : null;
  return (
    <p className="vote-context">
      {parent ? t('in-reply-to') : common(`kind_${kind}`)}{' '}
      {parent && (
        <q lang={parent.lang} dir="auto">
          <Written text={firstGraphemes(parent.text, QUOTED).replaceAll(/\s+/g, ' ')} />
        </q>
      )}
    </p>
  );
}

const QUOTED = 60;

interface LastVoteProps {
  readonly here: Here;
  readonly last: string | null;
  readonly choice: Choice | null;
  readonly onVote: (id: string, choice: Choice) => void;
}

/** What was just said can be said otherwise. Until then its place says what a vote is. */
function LastVote({ here, last, choice, onVote }: LastVoteProps) {
  const { t, i18n } = useTranslation('panel');
  const { show } = useActsHere();
  const [isChanging, setIsChanging] = useState<string | null>(null);
  const contribution = last ? here.record.contributions.get(last) : undefined;
  const words = contribution ? wordsFor(contribution, i18n.language) : null;
  if (!last || !choice || !words) return <p className="last-vote hint">{t('vote-hint')}</p>;

  return (
    <div className="last-vote" data-voted={choice}>
      {isChanging === last ? (
        CHOICES.map(({ choice: each }) => (
          <Button
            key={each}
            look="quiet"
            onPress={() => {
              setIsChanging(null);
              onVote(last, each);
            }}
          >
            {t(`vote_${each}`)}
          </Button>
        ))
      ) : (
        <>
          <span>{t(`voted_${choice}`)}</span>
          <button type="button" className="last-words" onClick={() => show(last)}>
            <bdi lang={words.lang}>
              <Written text={firstGraphemes(words.text, QUOTED).replaceAll(/\s+/g, ' ')} />
            </bdi>
          </button>
          <Button look="quiet" onPress={() => setIsChanging(last)}>
            {t('change')}
          </Button>
        </>
      )}
    </div>
  );
}
