import type { LucideIcon } from 'lucide-react';
import { cloneElement, lazy, Suspense, useState, type ReactElement } from 'react';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly isDangerous?: boolean;
  readonly run: () => void;
}

export interface MenuProps {
  /** A `Button` or `IconButton`. */
  readonly button: ReactElement<Pressed>;
  readonly label: string;
  readonly actions: readonly MenuAction[];
}

interface Pressed {
  readonly 'aria-haspopup'?: 'menu';
  readonly 'aria-expanded'?: boolean;
  readonly onPress?: () => void;
}

/** What a menu needs to open weighs as much as a small page: it comes with the first press, not with the first load. */
const OpenMenu = lazy(async () => ({ default: (await import('./menu-open.js')).OpenMenu }));

export function Menu(props: MenuProps) {
  const [wanted, want] = useState(false);
  const [isOpen, open] = useState(false);
  const button = cloneElement(props.button, {
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    onPress: () => {
      want(true);
      open(true);
    },
  });
  if (!wanted) return button;

  return (
    <Suspense fallback={button}>
      <OpenMenu {...props} isOpen={isOpen} onOpenChange={open} />
    </Suspense>
  );
}
