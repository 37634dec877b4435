import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplayStore } from '../../connection/replay-store.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { toast } from '../../ui/toasts.js';
import { linkTo } from './use-address.js';

export interface CopyingLink {
  readonly copy: () => void;
  /** The link, where the browser does not let it be copied. */
  readonly link: string | null;
  readonly onClose: () => void;
}

export function useCopyLink(store: ReplayStore): CopyingLink {
  const { t } = useTranslation('replay');
  const [link, setLink] = useState<string | null>(null);
  const copy = useCallback(() => {
    const address = linkTo(store);
    // Not there without https.
    const clipboard = (navigator as Partial<Pick<Navigator, 'clipboard'>>).clipboard;
    const copied = clipboard ? clipboard.writeText(address) : Promise.reject(new Error('No clipboard.'));
    copied.then(
      () => toast({ id: 'replay-link', text: t('link-copied') }),
      () => setLink(address),
    );
  }, [store, t]);
  return { copy, link, onClose: () => setLink(null) };
}

export function CopyLink({ link, onClose }: CopyingLink) {
  const { t } = useTranslation(['replay', 'common']);
  return (
    <Dialog isOpen={link !== null} onClose={onClose} title={t('copy-link')} closeLabel={t('common:close')}>
      <TextField
        label={t('link-label')}
        value={link ?? ''}
        onChange={() => undefined}
        readOnly
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
