import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownSessions, revokeSession, type OwnSession } from '../../connection/api.js';
import { useAnswer } from '../../connection/use-answer.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Time } from '../../ui/time.js';
import { Loading } from '../../ui/waiting.js';

/** Where this person is signed in. Neither the browser nor the address of any of them is known to the forum. */
export function Places() {
  const { t } = useTranslation('doors');
  const { reply, again } = useAnswer('', ownSessions);
  if (reply === undefined) return <Loading label={t('loading', { ns: 'common' })} lines={1} />;

  return (
    <div className="places">
      <h3>{t('places')}</h3>
      {!reply?.ok && (
        <Notice action={<Button onPress={again}>{t('again', { ns: 'common' })}</Button>}>
          {reply === null ? t('unreachable', { ns: 'common' }) : refusalText(reply.refusal)}
        </Notice>
      )}
      {reply?.ok && (
        <ul>
          {reply.value.map((place) => (
            <Place key={place.sessionId} place={place} onEnded={again} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Place({ place, onEnded }: { readonly place: OwnSession; readonly onEnded: () => void }) {
  const { t } = useTranslation('doors');
  const [isBusy, setBusy] = useState(false);
  const { sessionId, startedAt, usedAt, current } = place;

  const end = async () => {
    setBusy(true);
    await revokeSession(sessionId);
    setBusy(false);
    onEnded();
  };
  return (
    <li data-current={current}>
      <span>
        {current && <strong>{t('place-here')} · </strong>}
        {t('place-since')} <Time at={startedAt} />
        {' · '}
        {t('place-used')} <Time at={usedAt} />
      </span>
      {!current && (
        <Button isBusy={isBusy} onPress={() => void end()}>
          {t('place-end')}
        </Button>
      )}
    </li>
  );
}
