import { Mic } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
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
import { isOver } from '../is-over.js';
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
  const isDone = isOver(record.phase);
  const waiting = mine.filter(({ isSpeaking, ended }) => !isSpeaking && !ended);
  const mayAsk = floor.open && can(actor, 'askToSpeak', { record }) && waiting.length < 3;

  if (isDone && mine.length === 0) return null;

  return (
    <section className="floor" aria-label={t('floor')}>
      <h2>{t('floor')}</h2>
      {floor.speaking && <Speaking here={here} speaking={floor.speaking} />}
      {!floor.speaking && !isDone && <p className="hint">{t('nobody-speaks')}</p>}
      {record.phase === 'paused' && <p className="hint">{t('paused')}</p>}
      {view?.next && (
        <p className="floor-up-next">
          {t('up-next')} <Voice who={view.next.who} />
          {view.waiting > 1 && <span className="note">{t('more-wait', { count: view.waiting - 1 })}</span>}
        </p>
      )}
      {view && !view.next && view.waiting > 0 && floor.speaking && (
        <p className="hint">{t('chosen-then', { count: view.waiting })}</p>
      )}
      {mine.map((request) => (
        <OwnRequestLine key={request.requestId} here={here} request={request} onDone={again} />
      ))}
      {!floor.open && !isDone && actor.seat !== null && <p className="hint">{t('ask-closed')}</p>}
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

/** Wherever on the page they are, whoever is next, has the floor or waits in vain hears of it. */
function useCalled(mine: readonly OwnRequest[]): void {
  const { t } = useTranslation('floor');
  const call = callOf(mine);
  const hasWaited = useRef(false);
  useEffect(() => {
    const isNews = call === 'you-speak' || call === 'place-next' || hasWaited.current;
    if (call && isNews) toast({ id: 'floor-call', text: t(call) });
  }, [call, t]);
  useEffect(() => {
    if (mine.some(({ ended }) => !ended)) hasWaited.current = true;
  }, [mine]);
}

function callOf(mine: readonly OwnRequest[]) {
  if (mine.some(({ isSpeaking }) => isSpeaking)) return 'you-speak';
  if (mine.some(({ place }) => place === 1)) return 'place-next';
  const why = mine.find(({ ended }) => ended)?.ended?.why;
  return why ?? null;
}

function Speaking({ here, speaking }: { readonly here: Here; readonly speaking: Speech }) {
  const { t } = useTranslation('floor');
  const { left } = useSlot(speaking, here.record);
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
