import { Plus } from 'lucide-react';
import { Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TITLE_MAX } from '../../../../domain/panel/limits.js';
import type { MineProposal } from '../../../../domain/wire/views.js';
import type { Outgoing } from '../../../connection/outgoing.js';
import { likeliest } from '../../../parts/languages.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Written } from '../../../parts/written.js';
import { lazyScreen } from '../../../shell/lazy-screen.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/fields.js';
import { faultOfLine } from '../compose/faults.js';
import type { Here } from '../here.js';

const Statement = lazyScreen(['treatment'], async () => (await import('../../../parts/statement.js')).Statement);

export function ProposeThread({ here }: { readonly here: Here }) {
  const { t } = useTranslation('panel');
  const [isOpen, setIsOpen] = useState(false);
  const { mine, outbox } = here.shown;
  const waiting = mine?.proposals.filter(({ standing }) => standing !== 'published') ?? [];
  const outgoing = outbox.filter((one) => one.type === 'proposeThread');

  return (
    <div className="propose">
      {(waiting.length > 0 || outgoing.length > 0) && (
        <ul aria-label={t('own-proposals')}>
          {outgoing.map((one) => (
            <OutgoingLine key={one.id} one={one} here={here} />
          ))}
          {waiting.map((proposal) => (
            <ProposalLine key={proposal.threadId} proposal={proposal} lang={here.record.languages[0] ?? 'en'} />
          ))}
        </ul>
      )}
      {isOpen && here.may.proposeThread && <ProposeForm here={here} onDone={() => setIsOpen(false)} />}
      {!isOpen && here.may.proposeThread && (
        <Button look="quiet" icon={Plus} onPress={() => setIsOpen(true)}>
          {t('propose-thread')}
        </Button>
      )}
    </div>
  );
}

function ProposeForm({ here, onDone }: { readonly here: Here; readonly onDone: () => void }) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const [title, setTitle] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = faultOfLine(title, TITLE_MAX);
    if (found) return setFault(t(`fault_${found}`, { max: TITLE_MAX }));
    void here.store.send('proposeThread', { title: title.trim(), lang: likeliest(here.record.languages) });
    onDone();
  };

  return (
    <form onSubmit={send}>
      <TextField
        label={t('thread-title')}
        description={t('propose-hint')}
        value={title}
        onChange={(value) => {
          setTitle(value);
          setFault(null);
        }}
        error={fault}
        autoFocus
      />
      <div className="row">
        <Button type="submit" look="primary">
          {common('send')}
        </Button>
        <Button onPress={onDone}>{common('cancel')}</Button>
      </div>
    </form>
  );
}

function ProposalLine({ proposal, lang }: { readonly proposal: MineProposal; readonly lang: string }) {
  const { t } = useTranslation('panel');
  return (
    <li data-proposal={proposal.standing}>
      <bdi className="thread-title">
        <Written text={proposal.title} />
      </bdi>
      <small>
        {proposal.standing === 'lapsed' ? t('standing_lapsed', { ns: 'common' }) : t(`proposal_${proposal.standing}`)}
      </small>
      {proposal.statement && (
        <details>
          <summary>{t('why')}</summary>
          <Suspense fallback={null}>
            <Statement statement={proposal.statement} lang={lang} />
          </Suspense>
        </details>
      )}
    </li>
  );
}

function OutgoingLine({
  one,
  here,
}: {
  readonly one: Outgoing & { readonly type: 'proposeThread' };
  readonly here: Here;
}) {
  const { t } = useTranslation('panel');
  return (
    <li data-proposal={one.state}>
      <bdi className="thread-title">
        <Written text={one.body.title} />
      </bdi>
      <small>{one.refusal ? refusalText(one.refusal) : t(`outgoing_${one.state}`)}</small>
      {one.state === 'refused' && (
        <Button look="quiet" onPress={() => void here.store.discard(one.id)}>
          {t('discard')}
        </Button>
      )}
    </li>
  );
}
