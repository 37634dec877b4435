import { CornerDownRight } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { useActsHere, type Here } from '../here.js';
import { isOver } from '../is-over.js';
import { isDeeper, type Deeper, type Item } from './items.js';
import { StreamCard, type StreamCardProps } from './stream-card.js';

export interface StreamItemProps {
  readonly here: Here;
  readonly threadId: string;
  readonly item: Item;
  readonly before: Item | undefined;
  readonly base: number;
  readonly index: number;
  readonly of: number;
  readonly isMarked: boolean;
  readonly isActive: boolean;
  readonly isFirstUnread: boolean;
  readonly mayReply: boolean;
  readonly onFocus: (key: string) => void;
}

export function StreamItem(props: StreamItemProps) {
  const { item, base, index, onFocus } = props;
  const level = isDeeper(item) ? item.deeperBelow.depth - base + 1 : item.depth - base;
  const key = isDeeper(item) ? `deeper/${item.deeperBelow.id}` : item.id;

  return (
    <div
      className="stream-item"
      data-item={key}
      data-level={level}
      data-first={index === 0}
      onFocus={() => onFocus(key)}
    >
      {Array.from({ length: level }, (_, i) => (
        <span key={i} className="guide" data-guide={i} aria-hidden />
      ))}
      {isDeeper(item) ? <DeeperLine {...props} deeper={item} /> : <CardOf {...props} id={item.id} />}
    </div>
  );
}

function CardOf({ id, ...props }: StreamItemProps & { readonly id: string }) {
  const { here, index, of, isMarked, isActive, mayReply } = props;
  const { record, shown, may } = here;
  const divider = useDivider(props);
  const contribution = record.contributions.get(id);
  if (!contribution) return null;
  const ruleId = contribution.redacted?.ruleId;

  return (
    <StreamCard
      {...{ contribution, index, of, isMarked, isActive, may, divider }}
      mayReply={mayReply}
      people={shown.people}
      posed={record.posed.find(({ contributionId }) => contributionId === id) ?? null}
      isPanelOver={isOver(record.phase)}
      isPinned={record.pinned.includes(id)}
      rule={ruleId ? record.rules.find((rule) => rule.id === ruleId)?.title : undefined}
    />
  );
}

/** Where the unread begins, and where another day does at the top of the tree. */
function useDivider({ here: { record }, item, before, isFirstUnread }: StreamItemProps): StreamCardProps['divider'] {
  const { locale } = useLocale();
  if (isDeeper(item)) return 'none';
  if (isFirstUnread) return 'unread';
  if (item.depth > 0 || !before) return 'none';
  const at = record.contributions.get(item.id)?.at;
  const earlier = record.contributions.get(isDeeper(before) ? before.deeperBelow.id : before.id)?.at;
  if (at === undefined || earlier === undefined || dayOf(at) <= dayOf(earlier)) return 'none';
  return { day: new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(at) };
}

function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function DeeperLine({ here, threadId, deeper, index, of, isActive }: StreamItemProps & { readonly deeper: Deeper }) {
  const { t } = useTranslation('panel');
  const { openExchange } = useActsHere();
  const { hidden, deeperBelow } = deeper;
  const unread = hidden.filter((row) => here.log.isUnread(threadId, row)).length;

  return (
    <article
      className="deeper"
      tabIndex={isActive ? 0 : -1}
      aria-posinset={index + 1}
      aria-setsize={of}
      aria-label={t('continue-exchange', { count: hidden.length })}
    >
      <Button look="quiet" icon={CornerDownRight} onPress={() => openExchange(deeperBelow.id)}>
        {t('continue-exchange', { count: hidden.length })}
        {unread > 0 && <span className="badge">{t('new-count', { count: unread })}</span>}
      </Button>
    </article>
  );
}
