import type { RecordState } from '../../domain/panel/state.js';
import type { People } from '../../domain/wire/views.js';
import { ContributionCard } from '../ui/contribution-card.js';
import { Written } from './written.js';

export interface PosedListProps {
  readonly record: RecordState;
  readonly people: People;
}

/** What is before the panel now, and how much of what was asked has been answered. */
export function PosedList({ record, people }: PosedListProps) {
  const open = record.posed.filter(({ answered }) => !answered);
  if (record.posed.length === 0) return null;

  return (
    <section className="posed" aria-label="Before the panel">
      <h2>Before the panel</h2>
      {open.map(({ contributionId, at, respondents }) => {
        const contribution = record.contributions.get(contributionId);
        const names = respondents.flatMap((seat) => people[seat]?.name ?? []);
        return contribution ? (
          <ContributionCard
            key={contributionId}
            author={contribution.words ? (people[contribution.words.author]?.name ?? 'Somebody') : ''}
            kind={contribution.kind}
            at={at}
            words={
              contribution.words && { text: <Written text={contribution.words.text} />, lang: contribution.words.lang }
            }
            renderings={[]}
            note={names.length > 0 ? `Put to ${new Intl.ListFormat().format(names)}` : ''}
          />
        ) : null;
      })}
      <p className="facts">
        {record.posed.length - open.length} of {record.posed.length} answered
      </p>
    </section>
  );
}
