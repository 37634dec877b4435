import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostedCall } from '../../../../domain/wire/floor.js';
import { useVoiceName, Voice } from '../../../parts/voice.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import type { Host } from '../host.js';
import { CallFacts } from './call-facts.js';
import { DeclineRequest } from './decline-request.js';
import type { OneTap } from './use-one-tap.js';

interface ComingNextProps {
  readonly host: Host;
  /** Those after the next, in the order. */
  readonly coming: readonly HostedCall[];
  readonly others: readonly HostedCall[];
  readonly tap: OneTap;
  readonly onGiven: () => void;
}

/** Whom the host wants to hear, and who spoke when they said so. */
interface Asked {
  readonly call: HostedCall;
  readonly after: string | null;
}

/** Who comes then, and, folded, everybody who waits: to be chosen by hand only after a question. */
export function ComingNext({ host, coming, others, tap, onGiven }: ComingNextProps) {
  const { t } = useTranslation(['floor', 'common']);
  const nameOf = useVoiceName();
  const [asked, setAsked] = useState<Asked | null>(null);
  const everybody = [...coming, ...others];
  if (everybody.length === 0) return null;

  const after = host.record.floor.speaking?.requestId ?? null;
  const give = ({ call: { requestId }, after }: Asked) => {
    setAsked(null);
    tap.run(async () => {
      await host.act('giveFloor', { requestId, after });
      onGiven();
    });
  };
  return (
    <>
      {coming.length > 0 && (
        <div>
          <h3 className="floor-then">{t('then')}</h3>
          <ol className="floor-coming">
            {coming.map((call) => (
              <li key={call.requestId}>
                <Voice who={call.who} />
                <CallFacts host={host} call={call} />
              </li>
            ))}
          </ol>
        </div>
      )}
      <details className="floor-others">
        <summary>{t('by-hand')}</summary>
        <p className="hint">{t('by-hand-hint')}</p>
        <ul>
          {everybody.map((call) => (
            <li key={call.requestId}>
              <div>
                <Voice who={call.who} />
                <CallFacts host={host} call={call} />
              </div>
              <div className="floor-acts">
                <Button
                  aria-label={t('give', { name: nameOf(call.who) })}
                  isDisabled={!host.isLive || !host.may('giveFloor')}
                  onPress={() => setAsked({ call, after })}
                >
                  {t('give-short')}
                </Button>
                <DeclineRequest host={host} call={call} onDone={onGiven} />
              </div>
            </li>
          ))}
        </ul>
      </details>
      <Confirm
        isOpen={asked !== null}
        title={t('override-title', { name: asked ? nameOf(asked.call.who) : '' })}
        action={t('override-do')}
        cancel={t('common:cancel')}
        onConfirm={() => asked && give(asked)}
        onCancel={() => setAsked(null)}
      >
        <p>{t('override-text')}</p>
      </Confirm>
    </>
  );
}
