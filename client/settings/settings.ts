import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { speak } from '../i18n/i18n.js';
import { isLanguage, preferred, type Language } from '../i18n/languages.js';
import { toast } from '../ui/toasts.js';

/** How this reader wants the forum shown on this device. */
export interface Settings {
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  readonly textSize: 'normal' | 'large' | 'largest';
  /** Arrivals are counted, not shown, until the reader asks; nothing moves. */
  readonly quiet: boolean;
  /** Words only, and few of them at once: for slow networks and small machines. */
  readonly textOnly: boolean;
}

const KEY = 'settings';
/** The paper of each theme, as in index.html. */
const CHROME = { light: '#f8fbfc', dark: '#101418' } as const;
const CHOICES = {
  theme: ['system', 'light', 'dark'],
  textSize: ['normal', 'large', 'largest'],
} as const;

let settings = kept();
const listeners = new Set<() => void>();

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, () => settings);
}

export function currentSettings(): Settings {
  return settings;
}

export function changeSettings(change: Partial<Settings>): void {
  take({ ...settings, ...change });
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Without storage the settings live as long as the page.
  }
}

/** Writes what CSS needs to know onto the page. */
export function applySettings(): void {
  const { dataset } = document.documentElement;
  dataset['theme'] = settings.theme;
  dataset['text'] = settings.textSize;
  dataset['quiet'] = String(settings.quiet);
  dataset['plain'] = String(settings.textOnly);
  colourChrome(settings.theme);
}

/** Another tab of this forum changed them. */
export function followOtherTabs(): void {
  addEventListener('storage', ({ key }) => key === KEY && take(kept()));
}

function take(next: Settings): void {
  const before = settings.language;
  settings = next;
  applySettings();
  if (next.language !== before) void speak(next.language).catch(() => stayWith(before));
  for (const listener of listeners) listener();
}

/** What cannot be fetched now can be chosen again later. */
function stayWith(language: Language): void {
  settings = { ...settings, language };
  for (const listener of listeners) listener();
  toast({ id: 'language', text: i18next.t('unreachable') });
}

/** The bars of the browser around the page, which know only what the system wants. */
function colourChrome(theme: Settings['theme']): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = CHROME[theme === 'system' ? own : theme];
  }
}

function kept(): Settings {
  const found = read();
  const { language } = found;
  return {
    language: typeof language === 'string' && isLanguage(language) ? language : preferred(navigator.languages),
    theme: CHOICES.theme.find((one) => one === found['theme']) ?? 'system',
    textSize: CHOICES.textSize.find((one) => one === found['textSize']) ?? 'normal',
    quiet: found['quiet'] === true,
    textOnly: found['textOnly'] === true,
  };
}

function read(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
