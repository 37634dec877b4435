import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnRequest, RequestEnded } from '../../../../domain/wire/floor.js';
import { Written } from '../../../parts/written.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { useActsHere, type Here } from '../here.js';
import { MyTurn } from '../now/my-turn.js';

interface OwnRequestProps {
  readonly here: Here;
  readonly request: OwnRequest;
  readonly onDone: () => void;
}

/** One’s own request: its place, why it stands there, and what can be done with it. */
export function OwnRequestLine({ here, request, onDone }: OwnRequestProps) {
  const { t } = useTranslation(['floor', 'common']);
  const { act } = useActsHere();
  const [asks, setAsks] = useState(false);
  const { requestId, kind, threadId, note, isSpeaking, ended, place, turn, mayYield, yielding } = request;
  const thread = threadId === null ? undefined : here.record.threads.get(threadId);
  const isOff = here.shown.connection !== 'live';

  if (ended) return <Unheard here={here} request={request} ended={ended} />;
  if (isSpeaking) {
    return (
      <div className="own-request is-speaking">
        <p className="own-place">{t('you-speak')}</p>
        <Button isDisabled={isOff} onPress={() => act('endSpeech', { requestId })}>
          {t('end-own')}
        </Button>
      </div>
    );
  }
  return (
    <div className={place === 1 ? 'own-request is-next' : 'own-request'}>
      <p className="own-place">
        {place === null ? t('place-far') : place === 1 ? t('place-next') : t('place', { place })}
      </p>
      <p className="own-facts">
        <span>{t(`kind-${kind}`)}</span>
        {thread && <bdi lang={thread.lang}>{thread.title}</bdi>}
        {note && <bdi>{note}</bdi>}
      </p>
      {yielding && <p>{t('yielding')}</p>}
      {turn && mayYield ? <MyTurn here={here} turn={turn} /> : <p className="hint">{t(`order-${kind}`)}</p>}
      <p className="row">
        {mayYield && !yielding && (
          <Button
            look="quiet"
            isDisabled={isOff}
            onPress={() => act('yieldFloor', { requestId }, { text: t('yielding') })}
          >
            {t('yield')}
          </Button>
        )}
        <Button look="quiet" isDisabled={isOff} onPress={() => setAsks(true)}>
          {t('leave')}
        </Button>
      </p>
      <Confirm
        isOpen={asks}
        title={t('leave-title')}
        action={t('leave')}
        cancel={t('common:cancel')}
        onConfirm={() => {
          setAsks(false);
          void here.store.intend('leaveFloor', { requestId }).then(onDone);
        }}
        onCancel={() => setAsks(false)}
      >
        <p>{t('leave-text')}</p>
      </Confirm>
    </div>
  );
}

/** It waits no more: what it was for and why it was not heard, in the words of whoever decided. */
function Unheard({ here, request, ended }: Omit<OwnRequestProps, 'onDone'> & { readonly ended: RequestEnded }) {
  const { t } = useTranslation('floor');
  const lang = here.record.languages[0] ?? 'en';
  const { statement } = ended;
  if (!statement) return <p className="own-request own-place">{t('closed')}</p>;
  return (
    <div className="own-request">
      <p className="own-place">{t('declined')}</p>
      <p className="own-facts">
        <span>{t(`kind-${request.kind}`)}</span>
        {request.note && <bdi>{request.note}</bdi>}
      </p>
      <p lang={lang} dir="auto">
        <Written text={statement.note} />
      </p>
      <p>{t('declined-rule', { rule: statement.rule.title })}</p>
      <p className="hint">{t('declined-again')}</p>
    </div>
  );
}
