import { useEffect, useState } from 'react';
import { panelOf } from '../../connection/api.js';

/** Whether a reader may take part without an invitation; asked only of those who have no seat. */
export function useOpenToAll(panelId: string, isAsked: boolean): boolean {
  const [isOpen, setIsOpen] = useState(true);
  useEffect(() => {
    if (!isAsked) return;
    void panelOf(panelId).then((panel) => panel?.ok && setIsOpen(panel.value.access === 'open'));
  }, [panelId, isAsked]);
  return isOpen;
}
