import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_MAX } from '../../../domain/panel/limits.js';
import { acceptBody } from '../../../domain/text/body.js';
import type { DeskView } from '../../../domain/wire/views.js';
import { Written } from '../../parts/written.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextArea } from '../../ui/fields.js';
import type { Host } from './host.js';

export interface ProposalProps {
  readonly host: Host;
  readonly proposal: DeskView['proposals'][number];
}

/** A thread somebody proposed. A refusal names the rule, as everywhere. */
export function Proposal({ host, proposal: { threadId, title, lang } }: ProposalProps) {
  const { t } = useTranslation(['host', 'common']);
  const [isDeclining, setDeclining] = useState(false);

  return (
    <li>
      <p className="host-list-title" lang={lang} dir="auto">
        <Written text={title} />
      </p>
      <div className="row">
        <Button
          look="primary"
          isDisabled={!host.isLive || !host.may('acceptThread')}
          onPress={() => void host.act('acceptThread', { threadId })}
        >
          {t('thread-open')}
        </Button>
        <Button isDisabled={!host.isLive || !host.may('declineThread')} onPress={() => setDeclining(true)}>
          {t('decline')}
        </Button>
      </div>
      {isDeclining && <DeclineDialog host={host} threadId={threadId} onDone={() => setDeclining(false)} />}
    </li>
  );
}

interface DeclineProps {
  readonly host: Host;
  readonly threadId: string;
  readonly onDone: () => void;
}

function DeclineDialog({ host, threadId, onDone }: DeclineProps) {
  const { t } = useTranslation(['host', 'common']);
  const { rules } = host.record;
  const [ruleId, setRuleId] = useState(rules[0]?.id ?? '');
  const [note, setNote] = useState('');
  const isGood = note === '' || acceptBody(note, NOTE_MAX).ok;
  const decline = async () => {
    if (await host.act('declineThread', { threadId, ruleId, ...(note ? { note } : {}) })) onDone();
  };

  return (
    <Dialog isOpen onClose={onDone} title={t('decline-title')} closeLabel={t('common:close')}>
      <Select
        label={t('decline-rule')}
        value={ruleId}
        onChange={setRuleId}
        options={rules.map(({ id, title }) => ({ value: id, label: title }))}
        description={rules.find(({ id }) => id === ruleId)?.text}
      />
      <TextArea
        label={`${t('decline-note')} (${t('common:optional')})`}
        description={t('decline-note-hint')}
        value={note}
        onChange={setNote}
        error={isGood ? undefined : t('text-error')}
      />
      <div className="dialog-actions">
        <Button look="danger" isDisabled={!isGood || !host.isLive} onPress={() => void decline()}>
          {t('decline')}
        </Button>
      </div>
    </Dialog>
  );
}
