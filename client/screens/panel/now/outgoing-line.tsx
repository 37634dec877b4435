import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../../../parts/refusal-text.js';
import { Written } from '../../../parts/written.js';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/fields.js';
import { Time } from '../../../ui/time.js';
import { faultOf } from '../compose/faults.js';
import type { Here } from '../here.js';
import type { Submission } from './submissions.js';

/** What the forum does not have yet, or would not take. */
export function OutgoingLine({ here, one }: { readonly here: Here; readonly one: Submission }) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const { store } = here;
  const { id, body, state, refusal, at } = one;

  return (
    <li className="mine-line" data-outgoing={state}>
      <p className="mine-head">
        <span>{common(`kind_${body.kind}`)}</span> · <Time at={at} />
      </p>
      {isEditing ? (
        <Rewrite here={here} one={one} onDone={() => setIsEditing(false)} />
      ) : (
        <p className="mine-words" lang={body.lang} dir="auto">
          <Written text={body.text} />
        </p>
      )}
      <p className="mine-state">{t(`outgoing_${state}`)}</p>
      {refusal && <p className="error">{refusalText(refusal)}</p>}
      {!isEditing && state !== 'sending' && (
        <p className="mine-actions">
          {state === 'refused' && (
            <Button look="quiet" onPress={() => void store.retry(id)}>
              {common('again')}
            </Button>
          )}
          {!one.mayHaveArrived && (
            <Button look="quiet" onPress={() => setIsEditing(true)}>
              {t('edit')}
            </Button>
          )}
          {!one.mayHaveArrived && (
            <Button look="quiet" onPress={() => void store.discard(id)}>
              {t('discard')}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

interface RewriteProps {
  readonly here: Here;
  readonly one: Submission;
  readonly onDone: () => void;
}

/** Taken out of the outbox and sent anew: other words are another message. */
function Rewrite({ here: { store }, one, onDone }: RewriteProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const [text, setText] = useState(one.body.text);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (faultOf(text)) return;
    const taken = await store.takeBack(one.id);
    if (taken) await store.send('submit', { ...one.body, text });
    onDone();
  };

  return (
    <form className="edit-mine" onSubmit={(event) => void send(event)}>
      <TextArea label={t('your-contribution')} lang={one.body.lang} value={text} onChange={setText} autoFocus />
      <div className="row">
        <Button type="submit" look="primary">
          {common('send')}
        </Button>
        <Button onPress={onDone}>{common('cancel')}</Button>
      </div>
    </form>
  );
}
