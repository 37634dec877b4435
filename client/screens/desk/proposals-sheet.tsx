import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseRule } from '../../../domain/panel/events.js';
import { TITLE_MAX } from '../../../domain/panel/limits.js';
import type { DeskView } from '../../../domain/wire/views.js';
import type { DeskStore } from '../../connection/desk-store.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { Empty } from '../../ui/waiting.js';
import { RuleList } from './rule-list.js';

export interface ProposalsSheetProps {
  readonly proposals: DeskView['proposals'];
  readonly rules: readonly HouseRule[];
  readonly store: Pick<DeskStore, 'intend'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ProposalsSheet({ proposals, rules, store, isOpen, onClose }: ProposalsSheetProps) {
  const { t } = useTranslation(['desk', 'common']);

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('proposals-title')}
      closeLabel={t('common:close')}
      kind="sheet"
      isWide
    >
      {proposals.length === 0 && <Empty title={t('proposals-none')}>{t('proposals-none-text')}</Empty>}
      <ul className="desk-proposals">
        {proposals.map((proposal) => (
          <Proposal key={proposal.threadId} proposal={proposal} rules={rules} store={store} />
        ))}
      </ul>
    </Dialog>
  );
}

interface ProposalProps extends Pick<ProposalsSheetProps, 'rules' | 'store'> {
  readonly proposal: DeskView['proposals'][number];
}

function Proposal({ proposal: { threadId, title, lang }, rules, store }: ProposalProps) {
  const { t } = useTranslation(['desk', 'common']);
  const [name, setName] = useState(title);
  const [isDeclining, setDeclining] = useState(false);
  const { isBusy, objection, run } = useDoing();

  const accept = async () => {
    const accepted = await store.intend('acceptThread', { threadId });
    if (!accepted.ok || name.trim() === title) return accepted;
    return store.intend('renameThread', { threadId, title: name });
  };

  return (
    <li data-proposal={threadId}>
      <TextField label={t('proposal-name')} lang={lang} value={name} maxLength={TITLE_MAX * 2} onChange={setName} />
      {objection && <p className="error">{objection}</p>}
      {isDeclining ? (
        <ProposalDecline {...{ threadId, rules, store }} onLeave={() => setDeclining(false)} />
      ) : (
        <div className="row">
          <Button look="primary" isBusy={isBusy} isDisabled={name.trim() === ''} onPress={() => void run(accept)}>
            {t(name.trim() === title ? 'proposal-accept' : 'proposal-rename')}
          </Button>
          <Button onPress={() => setDeclining(true)}>{t('decline')}</Button>
        </div>
      )}
    </li>
  );
}

interface ProposalDeclineProps extends Pick<ProposalsSheetProps, 'rules' | 'store'> {
  readonly threadId: string;
  readonly onLeave: () => void;
}

function ProposalDecline({ threadId, rules, store, onLeave }: ProposalDeclineProps) {
  const { t } = useTranslation(['desk', 'common']);
  const [ruleId, setRule] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const { isBusy, objection, run } = useDoing();
  const decline = (rule: string) =>
    store.intend('declineThread', { threadId, ruleId: rule, ...(note.trim() ? { note } : {}) });

  return (
    <div className="desk-form">
      <RuleList rules={rules} chosen={ruleId} onChoose={setRule} />
      <TextArea label={t('note-to-author')} value={note} onChange={setNote} />
      {objection && <p className="error">{objection}</p>}
      <div className="row">
        <Button
          look="primary"
          isBusy={isBusy}
          isDisabled={ruleId === null}
          onPress={() => ruleId !== null && void run(() => decline(ruleId))}
        >
          {t('decline-do')}
        </Button>
        <Button onPress={onLeave}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}

/** One thing under way, and why it did not work out. */
export function useDoing() {
  const [isBusy, setBusy] = useState(false);
  const [objection, setObjection] = useState<string | null>(null);
  const run = async (act: () => Promise<Awaited<ReturnType<DeskStore['intend']>>>): Promise<boolean> => {
    setBusy(true);
    const reply = await act();
    setBusy(false);
    setObjection(reply.ok ? null : refusalText(reply.refusal));
    return reply.ok;
  };
  return { isBusy, objection, run };
}
