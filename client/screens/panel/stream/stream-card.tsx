import { CircleCheck, Merge, Pin, Reply } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution, Posed } from '../../../../domain/panel/state.js';
import type { People } from '../../../../domain/wire/views.js';
import { ContributionCard, type ContributionCardProps } from '../../../parts/contribution-card.js';
import { Button } from '../../../ui/button.js';
import { useActsHere, type May } from '../here.js';
import { ContributionMenu } from './contribution-menu.js';

export interface StreamCardProps {
  readonly contribution: Contribution;
  readonly people: People;
  readonly may: May;
  readonly mayReply: boolean;
  readonly posed: Posed | null;
  readonly isPinned: boolean;
  readonly isPanelOver: boolean;
  readonly isMarked: boolean;
  readonly rule: string | undefined;
  readonly divider: 'unread' | 'none' | { readonly day: string };
  readonly index: number;
  readonly of: number;
  readonly isActive: boolean;
}

/** Drawn again only when something of its own changed: people come in with every frame. */
export const StreamCard = memo(Card, (before, after) => {
  const same = (Object.keys(after) as (keyof StreamCardProps)[]).every(
    (key) => key === 'people' || key === 'divider' || Object.is(before[key], after[key]),
  );
  return same && dividerKey(before) === dividerKey(after) && knownPeople(before) === knownPeople(after);
});

function Card(props: StreamCardProps) {
  const { contribution, people, may, mayReply, posed, isPinned, isPanelOver, isMarked, rule, divider } = props;
  const { index, of, isActive } = props;
  const { t } = useTranslation('panel');
  const { reply } = useActsHere();
  const cue: Partial<ContributionCardProps> = divider === 'none' ? {} : { divider: <Divider divider={divider} /> };

  return (
    <ContributionCard
      {...cue}
      contribution={contribution}
      people={people}
      isMarked={isMarked}
      rule={rule}
      place={{ index, of, isActive }}
      marks={<Marks {...{ posed, isPinned, isPanelOver, mergedInto: contribution.mergedInto }} />}
      actions={
        contribution.words && (
          <>
            {mayReply && (
              <Button look="quiet" icon={Reply} className="reply" onPress={() => reply(contribution)}>
                {t('reply')}
              </Button>
            )}
            <ContributionMenu {...{ contribution, may, posed, isPinned }} />
          </>
        )
      }
    />
  );
}

interface MarksProps extends Pick<StreamCardProps, 'posed' | 'isPinned' | 'isPanelOver'> {
  readonly mergedInto: string | undefined;
}

/** What nobody answered is before a panel that is over no longer. */
function Marks({ posed, isPinned, isPanelOver, mergedInto }: MarksProps) {
  const { t } = useTranslation('panel');
  const { show } = useActsHere();
  return (
    <>
      {posed && !posed.answered && !isPanelOver && <span className="mark now">{t('mark-posed')}</span>}
      {posed?.answered && (
        <span className="mark">
          <CircleCheck aria-hidden size="1.1em" />
          {t('mark-answered-short')}
        </span>
      )}
      {mergedInto !== undefined && (
        <button type="button" className="mark" onClick={() => show(mergedInto)}>
          <Merge aria-hidden size="1.1em" />
          {t('mark-merged')}
        </button>
      )}
      {isPinned && (
        <span className="mark">
          <Pin aria-hidden size="1.1em" />
          {t('mark-pinned')}
        </span>
      )}
    </>
  );
}

function Divider({ divider }: { readonly divider: Exclude<StreamCardProps['divider'], 'none'> }) {
  const { t } = useTranslation('panel');
  return (
    <span className={`divider ${divider === 'unread' ? 'unread' : ''}`}>
      {divider === 'unread' ? t('unread-from-here') : divider.day}
    </span>
  );
}

function dividerKey({ divider }: StreamCardProps): string {
  return typeof divider === 'string' ? divider : `day ${divider.day}`;
}

/** Those whose names the card shows. */
function knownPeople({ contribution: { words, renderings }, people }: StreamCardProps): string {
  const seats = [words?.author ?? '', ...Object.values(renderings).map(({ interpreter }) => interpreter)];
  return seats.map((seat) => people[seat]?.name ?? '').join('\n');
}
