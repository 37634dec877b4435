import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatId } from '../../../domain/panel/roles.js';
import type { Posed } from '../../../domain/panel/state.js';
import { seatsOf } from '../../connection/hosting.js';
import { usePolled } from '../../connection/use-polled.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { say, type Host } from './host.js';

export interface AnsweredDialogProps {
  readonly host: Host;
  readonly posed: Posed;
  readonly onDone: () => void;
}

/** Answered aloud: by whom, in one tap. Those who were asked come first. */
export function AnsweredDialog({ host, posed, onDone }: AnsweredDialogProps) {
  const { t } = useTranslation(['host', 'common']);
  const [isBusy, setBusy] = useState(false);
  const { contributionId, respondents } = posed;
  const panellists = usePolled(() => seatsOf(host.panelId, 'panellist'), 10_000);
  const names = new Map<SeatId, string>(
    respondents.map((seat) => [seat, host.shown.people[seat]?.name ?? t('common:somebody')]),
  );
  for (const { seat, name } of panellists.value ?? []) names.set(seat, name);

  const mark = async (by: SeatId | null) => {
    setBusy(true);
    const done = await host.act('markAnswered', by === null ? { contributionId } : { contributionId, by });
    setBusy(false);
    if (!done) return;
    onDone();
    say(t('marked-answered'), {
      label: t('common:undo'),
      run: () => void host.act('reopenQuestion', { contributionId }),
    });
  };

  return (
    <Dialog isOpen onClose={onDone} title={t('answered-by-whom')} closeLabel={t('common:close')} kind="sheet">
      <p>{t('answered-text')}</p>
      <div className="host-stack">
        {[...names].map(([seat, name]) => (
          <Button key={seat} isDisabled={isBusy || !host.isLive} onPress={() => void mark(seat)}>
            <bdi>{name}</bdi>
          </Button>
        ))}
        <Button look="primary" isDisabled={isBusy || !host.isLive} onPress={() => void mark(null)} autoFocus>
          {t('answered-no-name')}
        </Button>
      </div>
    </Dialog>
  );
}
