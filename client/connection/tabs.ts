/** Tells the other tabs of this browser, and hears from them. */
export interface Tabs<News> {
  tell(news: News): void;
  hear(listener: (news: News) => void): void;
}

/** Where a browser has no channels, each tab is alone. */
export function tabsOf<News>(name: string): Tabs<News> {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, hear: () => undefined };
  const channel = new BroadcastChannel(name);
  return {
    tell: (news) => channel.postMessage(news),
    hear: (listener) =>
      channel.addEventListener('message', (event) => listener((event as Event & { data: News }).data)),
  };
}
