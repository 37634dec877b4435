import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Kbd } from './kbd.js';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly children: React.ReactNode;
  /** `primary`: the one thing to do here. `danger`: what hurts. `quiet`: beside the text. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: LucideIcon;
  /** The key that does the same, printed on it. */
  readonly keyName?: string;
  /** Something is under way: it cannot be pressed twice. */
  readonly isBusy?: boolean;
  readonly className?: string;
}

export function Button(props: ButtonProps) {
  const { children, look = 'plain', icon: Icon, keyName, isBusy = false, className = '', ...rest } = props;

  return (
    <AriaButton
      {...rest}
      className={`button ${look} ${className}`}
      {...(isBusy ? BUSY : {})}
      {...(keyName ? { 'aria-keyshortcuts': keyName } : {})}
    >
      {Icon && <Icon aria-hidden size="1.15em" />}
      <span>{children}</span>
      {keyName && <Kbd name={keyName} />}
    </AriaButton>
  );
}

/** Keeps the focus and does nothing. React Aria’s own `isPending` announces a progress bar that is not there. */
const BUSY = {
  type: 'button',
  'aria-disabled': true,
  'data-pending': true,
  onPress: () => undefined,
  onPressStart: () => undefined,
  onPressEnd: () => undefined,
} as const;

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Points somewhere, so it turns round where people read from right to left. */
  readonly mirrors?: boolean;
  readonly className?: string;
}

export function IconButton({ icon: Icon, label, mirrors = false, className = '', ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} className={`button icon ${className}`} aria-label={label}>
      <Icon aria-hidden size="1.25em" className={mirrors ? 'mirrors' : undefined} />
      <span className="tip" aria-hidden>
        {label}
      </span>
    </AriaButton>
  );
}
