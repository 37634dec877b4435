import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Row } from '../../../connection/exchanges.js';
import type { Here } from '../here.js';
import { latestOf } from './holding.js';
import { isDeeper, isIn, keyOf } from './items.js';
import { newsAround } from './news.js';
import { NewPills } from './new-pills.js';
import { StreamItem } from './stream-item.js';
import { useAnchor } from './use-anchor.js';
import { useJump } from './use-jump.js';
import { useSteady } from './use-steady.js';
import { useWindow } from './use-window.js';

/** What the screen around it and the keyboard ask of a list. */
export interface StreamHandle {
  /** Brings it into sight; false where it is not drawn in this list. */
  show(id: string): boolean;
  step(by: 1 | -1): void;
  /** The one in use, or the first in sight. */
  current(): string | null;
}

export interface StreamListProps {
  readonly here: Here;
  readonly threadId: string;
  readonly rows: readonly Row[];
  readonly marked: string | null;
  readonly mayReply: boolean;
  readonly isExchange: boolean;
  readonly handle: Ref<StreamHandle>;
}

const READ_AFTER_MS = 500;

/** One thread, or one exchange of it. It begins anew for each: give it a key. */
export function StreamList(props: StreamListProps) {
  const { here, threadId, rows, marked, mayReply, isExchange, handle } = props;
  const { t } = useTranslation('panel');
  const { log } = here;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const [active, setActive] = useState<string | null>(null);
  const view = useWindow(rows, list, scroller);
  const { items, inSight } = view;
  const jump = useJump(items, list, scroller);
  const hold = useAnchor(items, list, scroller);
  const look = () => {
    view.look();
    hold();
  };
  const [firstUnread] = useState(() => openingAt(props));
  useSteady(scroller);
  useOpening(props, firstUnread, list, items.length);

  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') log.see(threadId, rows, view.rowsInSight());
    }, READ_AFTER_MS);
    return () => clearTimeout(timer);
  });

  const isUnread = (row: Row) => log.isUnread(threadId, row);
  const news = newsAround(rows, inSight, isUnread, view.isDrawn);
  const reveal = (id: string) => {
    if (rows.some((row) => row.id === id && !view.isDrawn(row))) view.admitAll();
    setActive(id);
    jump({ id, focuses: true, align: 'start' });
  };
  const step = (by: 1 | -1) => {
    const from = items.findIndex((item) => keyOf(item) === (active ?? inSight.first));
    const item = items[active === null ? from : from + by];
    if (!item) return;
    setActive(keyOf(item));
    jump({ id: keyOf(item), focuses: true, align: 'nearest' });
  };

  useImperativeHandle(handle, () => ({
    show: (id) => {
      if (!isIn(rows, id)) return false;
      reveal(id);
      return true;
    },
    step,
    current: () => active ?? inSight.first,
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    const by = stepOf(event);
    if (by === 0) return;
    event.preventDefault();
    step(by);
  };
  const activeIndex = active === null ? -1 : items.findIndex((item) => keyOf(item) === active);
  const inUse = activeIndex === -1 ? items.findIndex((item) => keyOf(item) === inSight.first) : activeIndex;

  return (
    <div className="stream-frame">
      <div
        ref={scroller}
        className="stream-scroller"
        role="feed"
        aria-label={t(isExchange ? 'feed-exchange' : 'feed')}
        aria-busy={here.shown.earlier === 'loading'}
        onKeyDown={onKeyDown}
        data-feed
      >
        <Virtualizer
          ref={list}
          data={items}
          onScroll={look}
          onResize={look}
          {...(activeIndex === -1 ? {} : { keepMounted: [activeIndex] })}
        >
          {(item, index) => (
            <StreamItem
              key={keyOf(item)}
              here={here}
              threadId={threadId}
              item={item}
              before={items[index - 1]}
              base={rows[0]?.depth ?? 0}
              index={index}
              of={items.length}
              isMarked={!isDeeper(item) && item.id === marked}
              isActive={index === Math.max(inUse, 0)}
              isFirstUnread={!isDeeper(item) && item.id === firstUnread}
              mayReply={mayReply}
              onFocus={setActive}
            />
          )}
        </Virtualizer>
        {items.length > 0 && <div className="stream-end" aria-hidden />}
      </div>
      <NewPills news={news} onShow={reveal} />
    </div>
  );
}

/** The first unread one, where somebody has been here before. */
function openingAt({ here: { log }, threadId, rows, isExchange }: StreamListProps): string | null {
  if (isExchange || !log.hasBegun(threadId)) return null;
  return rows.find((row) => log.isUnread(threadId, row))?.id ?? null;
}

/** Begins at the first unread one, or at the live end; a link that leads elsewhere is followed after that. */
function useOpening(
  { here: { log }, threadId, rows, isExchange }: StreamListProps,
  firstUnread: string | null,
  list: React.RefObject<VirtualizerHandle | null>,
  length: number,
): void {
  const isOpen = useRef(false);
  useLayoutEffect(() => {
    if (isOpen.current || length === 0) return;
    isOpen.current = true;
    log.begin(threadId, latestOf(rows));
    if (isExchange) return;
    const index = firstUnread === null ? -1 : rows.findIndex(({ id }) => id === firstUnread);
    if (index === -1) list.current?.scrollToIndex(length - 1, { align: 'end', offset: END_ROOM });
    else list.current?.scrollToIndex(index, { align: 'start', offset: -12 });
  });
}

const END_ROOM = 72;

function stepOf({ key, target, currentTarget, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): -1 | 0 | 1 {
  if (shiftKey || ctrlKey || altKey || metaKey) return 0;
  if (key === 'PageDown') return 1;
  if (key === 'PageUp') return -1;
  const isOnArticle =
    target instanceof Element && target !== currentTarget && target.matches('[role=article], article');
  if (!isOnArticle) return 0;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}
