import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptLine } from '../../../domain/text/body.js';
import { TITLE_MAX } from '../../../domain/panel/limits.js';
import { Confirm } from '../../ui/confirm.js';
import { TextField } from '../../ui/fields.js';
import type { Host } from './host.js';

export type Step = 'openPanel' | 'pausePanel' | 'resumePanel' | 'closePanel' | 'archivePanel';

export interface StepDialogProps {
  readonly host: Host;
  readonly step: Step;
  readonly onDone: () => void;
}

/** Says what will happen before it does. What cannot be undone asks for a typed word. */
export function StepDialog({ host, step, onDone }: StepDialogProps) {
  const { t } = useTranslation(['host', 'common']);
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isReasonGood = reason === '' || acceptLine(reason, TITLE_MAX).ok;
  if (!host.may(step)) return null;

  const go = async () => {
    if (!isReasonGood) return;
    setBusy(true);
    const done = await (step === 'pausePanel' ? host.act(step, reason ? { reason } : {}) : host.act(step, {}));
    setBusy(false);
    if (done) onDone();
  };

  return (
    <Confirm
      isOpen
      title={t(`${step}-title`)}
      action={t(`${step}-do`)}
      cancel={t('common:cancel')}
      look={step === 'closePanel' || step === 'archivePanel' ? 'danger' : 'primary'}
      {...(step === 'archivePanel' ? { typed: { label: t('archive-typed'), word: t('archive-word') } } : {})}
      isBusy={isBusy}
      onConfirm={() => void go()}
      onCancel={onDone}
    >
      <div className="host-stack">
        <p>{t(`${step}-text`)}</p>
        {step === 'pausePanel' && (
          <TextField
            label={`${t('pause-why')} (${t('common:optional')})`}
            description={t('pause-why-hint')}
            value={reason}
            onChange={setReason}
            error={isReasonGood ? undefined : t('line-error')}
          />
        )}
      </div>
    </Confirm>
  );
}
