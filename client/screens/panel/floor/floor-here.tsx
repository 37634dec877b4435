import { Mic } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../domain/panel/policy.js';
import { useFloor } from '../../../connection/use-floor.js';
import { useSlot } from '../../../parts/use-slot.js';
import { Voice, voiceOf } from '../../../parts/voice.js';
import { Button } from '../../../ui/button.js';
import { clockTime } from '../../../ui/formats.js';
import type { OwnRequest } from '../../../../domain/wire/floor.js';
import type { Speech } from '../../../../domain/panel/state.js';
import { toast } from '../../../ui/toasts.js';
import type { Here } from '../here.js';
import { AskForm } from './ask-form.js';
import './floor.css';
import { OwnRequestLine } from './own-request.js';

/** Who speaks aloud, who is next, and this reader’s own place among those who asked to. */
export function FloorHere({ here }: { readonly here: Here }) {
  const { t } = useTranslation('floor');
  const { view, again } = useFloor(here.panelId, here.shown);
  const [isAsking, setAsking] = useState(false);
  const { record, shown } = here;
  const { floor } = record;
  const actor = { seat: shown.you?.seat ?? null, roles: shown.you?.roles ?? [] };
  const mine = (view?.mine ?? []).filter(
    ({ isSpeaking, requestId }) => !isSpeaking || requestId === floor.speaking?.requestId,
  );
  useCalled(mine);
  const waiting = mine.filter(({ isSpeaking }) => !isSpeaking);
  const mayAsk = floor.open && can(actor, 'askToSpeak', { record }) && waiting.length < 3;

  return (
    <section className="floor" aria-label={t('floor')}>
      <h2>{t('floor')}</h2>
      {floor.speaking ? (
        <Speaking here={here} speaking={floor.speaking} />
      ) : (
        <p className="hint">{t('nobody-speaks')}</p>
      )}
      {view?.next && (
        <p className="floor-up-next">
          {t('up-next')} <Voice who={view.next.who} />
          {view.waiting > 1 && <span className="note">{t('more-wait', { count: view.waiting - 1 })}</span>}
        </p>
      )}
      {mine.map((request) => (
        <OwnRequestLine key={request.requestId} here={here} request={request} onDone={again} />
      ))}
      {!floor.open && actor.seat !== null && <p className="hint">{t('ask-closed')}</p>}
      {mayAsk && !isAsking && (
        <Button
          icon={Mic}
          look={mine.length === 0 ? 'primary' : 'quiet'}
          isDisabled={shown.connection !== 'live'}
          onPress={() => setAsking(true)}
        >
          {t(waiting.length === 0 ? 'ask' : 'ask-more')}
        </Button>
      )}
      {mayAsk && isAsking && (
        <AskForm
          here={here}
          taken={waiting.map(({ kind }) => kind)}
          onDone={() => {
            setAsking(false);
            again();
          }}
        />
      )}
    </section>
  );
}

/** Wherever on the page they are, whoever is next or has the floor hears of it. */
function useCalled(mine: readonly OwnRequest[]): void {
  const { t } = useTranslation('floor');
  const isNext = mine.some(({ place }) => place === 1);
  const call = mine.some(({ isSpeaking }) => isSpeaking) ? 'you-speak' : isNext ? 'place-next' : null;
  useEffect(() => {
    if (call) toast({ id: 'floor-call', text: t(call) });
  }, [call, t]);
}

function Speaking({ here, speaking }: { readonly here: Here; readonly speaking: Speech }) {
  const { t } = useTranslation('floor');
  const { left } = useSlot(speaking, here.record.floor);
  return (
    <p className="floor-speaking">
      <span className="floor-speaks">{t('speaks')}</span>
      <Voice who={voiceOf(speaking, here.shown.people)} />
      <span className="floor-time" role="timer">
        {t(left < 0 ? 'time-over' : 'time-left', { time: clockTime(Math.abs(left)) })}
      </span>
    </p>
  );
}
