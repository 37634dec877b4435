import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '../../../../domain/panel/state.js';
import { firstGraphemes } from '../../../../domain/text/count.js';
import { Written } from '../../../parts/written.js';
import { useActsHere, type Here } from '../here.js';
import { votesOn } from './voting.js';

const SHOWN = 10;
const QUOTED = 120;
const CHOICES = ['agree', 'pass', 'disagree'] as const;

/** How people voted, once nobody can any more: bars with their numbers. */
export function Tallies({ here: { record } }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const { contributions } = record;
  const most = useMemo(() => mostVoted(contributions.values()), [contributions]);
  if (most.length === 0) return null;

  return (
    <section className="tallies" aria-label={t('how-voted')}>
      <h2>{t('how-voted')}</h2>
      <ol>
        {most.map((one) => (
          <TallyLine key={one.id} contribution={one} />
        ))}
      </ol>
    </section>
  );
}

function TallyLine({ contribution }: { readonly contribution: Contribution }) {
  const { t } = useTranslation('panel');
  const { show } = useActsHere();
  const { id, words, tally } = contribution;
  const sum = Math.max(1, votesOn(contribution));
  return (
    <li>
      <button type="button" className="last-words" onClick={() => show(id)}>
        <bdi lang={words?.lang}>
          <Written text={firstGraphemes(words?.text ?? '', QUOTED).replaceAll(/\s+/g, ' ')} />
        </bdi>
      </button>
      <dl>
        {CHOICES.map((choice) => (
          <div key={choice}>
            <dt>{t(`vote_${choice}`)}</dt>
            <dd>
              <meter value={tally?.[choice] ?? 0} max={sum} aria-label={t(`vote_${choice}`)} />
              <span>{t('number', { n: tally?.[choice] ?? 0 })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function mostVoted(contributions: Iterable<Contribution>): readonly Contribution[] {
  return [...contributions]
    .filter((one) => one.words && votesOn(one) > 0)
    .sort((a, b) => votesOn(b) - votesOn(a) || a.seq - b.seq)
    .slice(0, SHOWN);
}
