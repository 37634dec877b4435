import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly isDangerous?: boolean;
  readonly run: () => void;
}

export interface MenuProps {
  /** A `Button` or `IconButton`. */
  readonly button: ReactNode;
  readonly label: string;
  readonly actions: readonly MenuAction[];
}

export function Menu({ button, label, actions }: MenuProps) {
  return (
    <MenuTrigger>
      {button}
      <Popover className="popover" placement="bottom end">
        <AriaMenu aria-label={label} className="menu">
          {actions.map(({ id, label: name, icon: Icon, isDangerous, run }) => (
            <MenuItem key={id} id={id} textValue={name} onAction={run} className={isDangerous ? 'danger' : 'plain'}>
              {Icon && <Icon aria-hidden size="1.15em" />}
              {name}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
