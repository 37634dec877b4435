import type { ReactNode } from 'react';

/** Holds the place of what is being loaded; said to screen readers once. */
export function Loading({ label, lines = 3 }: { readonly label: string; readonly lines?: number }) {
  return (
    <div className="loading" role="status">
      <span className="unseen">{label}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="loading-line" aria-hidden />
      ))}
    </div>
  );
}

export interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly of: number;
}

export function Progress({ label, value, of }: ProgressProps) {
  return (
    <label className="progress">
      <span>{label}</span>
      <progress value={value} max={Math.max(of, 1)} />
    </label>
  );
}

export interface EmptyProps {
  readonly title: string;
  /** What will appear here, and what one can do now. */
  readonly children?: ReactNode;
}

export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
