import { useSyncExternalStore } from 'react';

const EVERY_MS = 5_000;

/** What a screen reader is told. A burst becomes one summary: at most one every five seconds, the latest. */
class Announcements {
  private said = '';
  private waiting: string | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly listeners = new Set<() => void>();

  readonly current = (): string => this.said;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  announce(sentence: string): void {
    if (this.timer) this.waiting = sentence;
    else this.say(sentence);
  }

  private say(sentence: string): void {
    this.said = sentence;
    this.timer = setTimeout(() => this.next(), EVERY_MS);
    for (const listener of this.listeners) listener();
  }

  private next(): void {
    this.timer = null;
    const sentence = this.waiting;
    this.waiting = null;
    if (sentence !== null) this.say(sentence);
  }
}

const announcements = new Announcements();

/** Give a summary (“12 new contributions”), not each thing: only the latest sentence of five seconds is read out. */
export function announce(sentence: string): void {
  announcements.announce(sentence);
}

/** Once a page. */
export function Announcer() {
  const sentence = useSyncExternalStore(announcements.subscribe, announcements.current);
  return (
    <div role="status" aria-live="polite" className="unseen" data-announcer>
      {sentence}
    </div>
  );
}
