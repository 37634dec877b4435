import type { ReactNode } from 'react';

export interface NoticeProps {
  /** `harm` is read out at once, the others when the reader pauses. */
  readonly tone?: 'plain' | 'now' | 'harm';
  readonly children: ReactNode;
}

export function Notice({ tone = 'plain', children }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={tone === 'harm' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
