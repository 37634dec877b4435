import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Axis } from '../../connection/replay-axis.js';
import type { ReplayStore } from '../../connection/replay-store.js';
import { useInto, useOfDay } from './clocks.js';
import { type Density, shareOf, timeAt } from './density.js';
import { DensityChart, type Band } from './density-chart.js';

export interface TimelineProps {
  readonly store: ReplayStore;
  readonly axis: Axis;
  readonly density: Density;
  /** What the filter lets through; null: everything. */
  readonly found: Density | null;
  readonly bands: readonly Band[];
  readonly until: number;
  readonly onSeek: (time: number) => void;
}

const STEP = 10_000;
const STRIDE = 60_000;

/** The whole panel from start to end; the playhead is dragged on it or moved with the arrow keys. */
export function Timeline(props: TimelineProps) {
  const { store, axis, density, found, bands, until, onSeek } = props;
  const { t } = useTranslation('replay');
  const into = useInto();
  const ofDay = useOfDay();
  const slider = useRef<HTMLDivElement>(null);
  const playhead = usePlayhead(store, axis);
  const said = useSaid(store, axis);
  const [hover, setHover] = useState<number | null>(null);

  const seekTo = (event: PointerEvent) => onSeek(timeAt(axis, shareUnder(event)));
  const press = (event: KeyboardEvent) => {
    const time = keyedTime(event, store.time(), axis);
    if (time === null) return;
    event.preventDefault();
    event.stopPropagation();
    onSeek(time);
  };

  return (
    <div
      ref={slider}
      className="timeline"
      role="slider"
      tabIndex={0}
      aria-label={t('timeline')}
      aria-orientation="horizontal"
      aria-valuemin={Math.floor((axis.start - axis.origin) / 1000)}
      aria-valuemax={Math.ceil((axis.end - axis.origin) / 1000)}
      aria-valuenow={Math.floor((said - axis.origin) / 1000)}
      aria-valuetext={t('timeline-value', { into: into(said - axis.origin), day: ofDay(said) })}
      onKeyDown={press}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => {
        setHover(event.pointerType === 'touch' ? null : timeAt(axis, shareUnder(event)));
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
      }}
      onPointerLeave={() => setHover(null)}
    >
      <DensityChart density={density} found={found} bands={bands} />
      <Unloaded share={1 - shareOf(axis, until)} />
      <div ref={playhead} className="playhead" aria-hidden />
      {hover !== null && <Hovered share={shareOf(axis, hover)} text={into(hover - axis.origin)} />}
    </div>
  );
}

function Unloaded({ share }: { readonly share: number }) {
  if (share <= 0) return null;
  return <div className="unloaded" style={{ inlineSize: `${share * 100}%` }} aria-hidden />;
}

function Hovered({ share, text }: { readonly share: number; readonly text: string }) {
  return (
    <div className="hovered" style={{ '--share': share, '--letters': text.length } as CSSProperties} aria-hidden>
      <bdi>{text}</bdi>
    </div>
  );
}

/** Moved with every frame, without drawing anything else. */
function usePlayhead(store: ReplayStore, axis: Axis) {
  const playhead = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = () => {
      playhead.current?.style.setProperty('inset-inline-start', `${shareOf(axis, store.time()) * 100}%`);
    };
    place();
    return store.subscribeTime(place);
  }, [store, axis]);
  return playhead;
}

const SAID_EVERY_MS = 5_000;

/** What a screen reader is told of the playhead: at once where it was moved, else every few seconds. */
function useSaid(store: ReplayStore, axis: Axis): number {
  const [said, setSaid] = useState(store.time);
  useEffect(() => {
    let last = -Infinity;
    const say = () => {
      const isDue = !store.snapshot().player.isPlaying || performance.now() - last > SAID_EVERY_MS;
      if (!isDue) return;
      last = performance.now();
      setSaid(Math.min(axis.end, Math.max(axis.start, store.time())));
    };
    say();
    return store.subscribeTime(say);
  }, [store, axis]);
  return said;
}

function shareUnder({ currentTarget, clientX }: PointerEvent): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  const share = (clientX - left) / Math.max(1, width);
  return isMirrored(currentTarget) ? 1 - share : share;
}

function keyedTime({ key, shiftKey, currentTarget }: KeyboardEvent, time: number, axis: Axis): number | null {
  const forward = isMirrored(currentTarget) ? 'ArrowLeft' : 'ArrowRight';
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return time + (key === forward ? 1 : -1) * (shiftKey ? STRIDE : STEP);
    case 'PageUp':
      return time + (axis.end - axis.start) / 10;
    case 'PageDown':
      return time - (axis.end - axis.start) / 10;
    case 'Home':
      return axis.start;
    case 'End':
      return axis.end;
    default:
      return null;
  }
}

function isMirrored(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
