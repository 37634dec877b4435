import { useEffect, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { latestOf } from './holding.js';
import { isDeeper, itemsOf, keyOf } from './items.js';
import { StreamItem } from './stream-item.js';
import type { StreamListProps } from './stream-list.js';

const AT_ONCE = 50;

/** Words only, fifty at once: what comes in is counted and asked for, nothing is measured and nothing moves. */
export function PlainList({ here, threadId, rows, marked, mayReply, isExchange, handle }: StreamListProps) {
  const { t } = useTranslation('panel');
  const [upTo, setUpTo] = useState(() => latestOf(rows));
  const [active, setActive] = useState<string | null>(null);
  const items = itemsOf(rows.filter(({ seq }) => seq <= upTo));
  const [end, setEnd] = useState<number | null>(isExchange ? AT_ONCE : null);
  const last = Math.min(end ?? items.length, items.length);
  const first = Math.max(0, last - AT_ONCE);
  const later = rows.filter(({ seq }) => seq > upTo).length;

  useImperativeHandle(handle, () => ({
    show: (id) => {
      const all = itemsOf(rows);
      const index = all.findIndex((item) => keyOf(item) === id);
      if (index === -1) return false;
      setUpTo(latestOf(rows));
      setEnd(Math.min(all.length, index + AT_ONCE / 2));
      setActive(id);
      requestAnimationFrame(() => focus(id));
      return true;
    },
    step: (by) => {
      const index = items.findIndex((item) => keyOf(item) === active);
      const next = items[active === null ? first : index + by];
      if (next) focus(keyOf(next));
    },
    current: () => active,
  }));
  const shown = items.slice(first, last);
  useEffect(() => {
    here.log.begin(threadId, upTo);
    here.log.see(
      threadId,
      rows,
      shown.flatMap((item) => (isDeeper(item) ? [] : [item])),
    );
  });

  return (
    <div className="stream-frame">
      <div className="stream-scroller plain">
        {first > 0 && (
          <Button className="more-rows" onPress={() => setEnd(first)}>
            {t('earlier-rows', { count: Math.min(AT_ONCE, first) })}
          </Button>
        )}
        <div role="feed" aria-label={t('feed')} data-feed>
          {shown.map((item, i) => (
            <StreamItem
              key={keyOf(item)}
              {...{ here, threadId, item, mayReply }}
              before={items[first + i - 1]}
              base={rows[0]?.depth ?? 0}
              index={first + i}
              of={items.length}
              isMarked={!isDeeper(item) && item.id === marked}
              isActive={keyOf(item) === active || (active === null && i === 0)}
              isFirstUnread={false}
              onFocus={setActive}
            />
          ))}
        </div>
        {last < items.length && (
          <Button className="more-rows" onPress={() => setEnd(last + AT_ONCE)}>
            {t('later-rows', { count: Math.min(AT_ONCE, items.length - last) })}
          </Button>
        )}
        {last === items.length && later > 0 && (
          <Button className="more-rows" onPress={() => setUpTo(latestOf(rows))}>
            {t('new-below', { count: later })}
          </Button>
        )}
      </div>
    </div>
  );
}

function focus(id: string): void {
  document.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"] > [tabindex]`)?.focus();
}
