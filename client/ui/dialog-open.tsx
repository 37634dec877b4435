import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button.js';
import type { DialogProps } from './dialog.js';

/** Floats above the page, holds the focus, closes with Escape, gives the focus back. */
export function OpenDialog({ isOpen, onClose, title, closeLabel, children, kind = 'plain', isWide }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-shade"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={kind !== 'alert'}
    >
      <Modal className={`dialog ${kind} ${isWide ? 'wide' : ''}`}>
        <AriaDialog role={kind === 'alert' ? 'alertdialog' : 'dialog'}>
          <header>
            <Heading slot="title">{title}</Heading>
            {kind !== 'alert' && <IconButton icon={X} label={closeLabel} onPress={onClose} />}
          </header>
          <div className="dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
