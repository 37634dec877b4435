import type { ReactNode } from 'react';

export interface NoticeProps {
  /** `harm` is read out at once, the others when the reader pauses. `now`: about this very moment. */
  readonly tone?: 'plain' | 'now' | 'harm';
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
}

export function Notice({ tone = 'plain', children, action }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={tone === 'harm' ? 'alert' : 'status'}>
      <div>{children}</div>
      {action}
    </div>
  );
}
