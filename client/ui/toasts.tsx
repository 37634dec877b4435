import { X } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button.js';

export interface Toast {
  readonly id: string;
  readonly text: string;
  readonly tone?: 'plain' | 'harm';
  readonly action?: { readonly label: string; readonly keyName?: string; readonly run: () => void };
  /** ms; something to be done should leave time for it. */
  readonly lasts?: number;
}

const LASTS_MS = 6_000;
let toasts: readonly Toast[] = [];
const listeners = new Set<() => void>();

/** Another one with the same id takes its place. */
export function toast(next: Toast): void {
  show([...toasts.filter(({ id }) => id !== next.id), next].slice(-3));
}

export function dismissToast(id: string): void {
  show(toasts.filter((one) => one.id !== id));
}

/** Once a page. */
export function Toasts({ closeLabel }: { readonly closeLabel: string }) {
  const shown = useSyncExternalStore(subscribe, () => toasts);

  return (
    <div className="toasts" role="region" aria-live="polite">
      {shown.map((one) => (
        <OneToast key={one.id} toast={one} closeLabel={closeLabel} />
      ))}
    </div>
  );
}

function OneToast({ toast: one, closeLabel }: { readonly toast: Toast; readonly closeLabel: string }) {
  const { id, text, tone = 'plain', action, lasts = LASTS_MS } = one;
  useEffect(() => {
    const timer = setTimeout(() => dismissToast(id), lasts);
    return () => clearTimeout(timer);
  }, [one, id, lasts]);

  return (
    <div className={`toast ${tone}`}>
      <span>{text}</span>
      {action && (
        <Button
          look="quiet"
          {...(action.keyName ? { keyName: action.keyName } : {})}
          onPress={() => {
            dismissToast(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label={closeLabel} onPress={() => dismissToast(id)} />
    </div>
  );
}

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
