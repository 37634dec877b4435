import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_MAX } from '../../../../domain/panel/limits.js';
import { acceptBody } from '../../../../domain/text/body.js';
import type { HostedCall } from '../../../../domain/wire/floor.js';
import { useVoiceName } from '../../../parts/voice.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Select, TextArea } from '../../../ui/fields.js';
import type { Host } from '../host.js';

interface DeclineRequestProps {
  readonly host: Host;
  readonly call: HostedCall;
  readonly onDone: () => void;
}

/** Turns a request down: whoever asked reads the rule and the words, and may ask again. */
export function DeclineRequest({ host, call, onDone }: DeclineRequestProps) {
  const { t } = useTranslation('floor');
  const nameOf = useVoiceName();
  const [isAsked, setAsked] = useState(false);
  if (!host.may('declineRequest')) return null;
  const name = nameOf(call.who);

  return (
    <>
      <Button
        look="quiet"
        aria-label={`${t('decline')}: ${name}`}
        isDisabled={!host.isLive}
        onPress={() => setAsked(true)}
      >
        {t('decline')}
      </Button>
      {isAsked && (
        <WhyNot
          host={host}
          call={call}
          onDone={() => {
            setAsked(false);
            onDone();
          }}
        />
      )}
    </>
  );
}

function WhyNot({ host, call: { requestId, who }, onDone }: DeclineRequestProps) {
  const { t } = useTranslation(['floor', 'common']);
  const nameOf = useVoiceName();
  const { rules } = host.record;
  const [ruleId, setRuleId] = useState(rules[0]?.id ?? '');
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const decline = async () => {
    setBusy(true);
    const isDone = await host.act('declineRequest', { requestId, ruleId, note });
    setBusy(false);
    if (isDone) onDone();
  };

  return (
    <Dialog isOpen onClose={onDone} title={t('decline-title', { name: nameOf(who) })} closeLabel={t('common:close')}>
      <p>{t('decline-text')}</p>
      <Select
        label={t('decline-rule')}
        value={ruleId}
        onChange={setRuleId}
        options={rules.map(({ id, title }) => ({ value: id, label: title }))}
        description={rules.find(({ id }) => id === ruleId)?.text}
      />
      <TextArea label={t('decline-note')} value={note} onChange={setNote} />
      <div className="dialog-actions">
        <Button
          look="danger"
          isBusy={isBusy}
          isDisabled={!acceptBody(note, NOTE_MAX).ok || !host.isLive}
          onPress={() => void decline()}
        >
          {t('decline-do')}
        </Button>
      </div>
    </Dialog>
  );
}
