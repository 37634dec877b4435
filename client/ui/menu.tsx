import type { LucideIcon } from 'lucide-react';
import { cloneElement, useState, type ReactElement } from 'react';
import { Later, useLater } from './later.js';
import type { OpenMenuProps } from './menu-open.js';
import { NotLoaded } from './not-loaded.js';

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

/** What a menu needs to open weighs as much as a small page: it comes after the first load. */
const openMenu = new Later<OpenMenuProps>(async () => (await import('./menu-open.js')).OpenMenu);

export function Menu(props: MenuProps) {
  const [wanted, want] = useState(false);
  const [isOpen, open] = useState(false);
  const { Part, hasFailed } = useLater(openMenu, isOpen);
  const button = cloneElement(props.button, {
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    onPress: () => {
      want(true);
      open(true);
    },
  });

  if (Part && wanted) return <Part {...props} isOpen={isOpen} onOpenChange={open} />;
  return (
    <>
      {button}
      {isOpen && hasFailed && <NotLoaded onAgain={() => void openMenu.again()} onLeave={() => open(false)} />}
    </>
  );
}
