import { CloudOff, LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LineState } from '../connection/line.js';
import { Button } from '../ui/button.js';
import { useOnline } from '../ui/use-online.js';

/** Silent while all is well. Always there for tests and screen readers, seen only when something is wrong. */
export function ConnectionBar({ state: told }: { readonly state: LineState }) {
  const { t } = useTranslation();
  // A device knows at once what a socket finds out only when nothing comes for a while.
  const isCutOff = !useOnline() && told !== 'ended';
  const state = isCutOff ? 'offline' : told;
  const Icon = state === 'offline' || state === 'ended' ? CloudOff : LoaderCircle;

  return (
    <div className={`connection-bar ${state}`} role="status" data-connection={state}>
      {state !== 'live' && (
        <>
          <Icon aria-hidden size="1.15em" />
          <span>{t(`connection_${state}`)}</span>
          {state === 'ended' && <Button onPress={() => location.reload()}>{t('reload')}</Button>}
        </>
      )}
    </div>
  );
}
