import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { MenuProps } from './menu.js';

export interface OpenMenuProps extends MenuProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** A menu that can be open. */
export function OpenMenu({ button, label, actions, isOpen, onOpenChange }: OpenMenuProps) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
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
