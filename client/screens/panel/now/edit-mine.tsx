import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TEXT_MAX } from '../../../../domain/panel/limits.js';
import type { MineItem } from '../../../../domain/wire/views.js';
import { useSession } from '../../../connection/use-session.js';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/fields.js';
import { faultOf, type Fault } from '../compose/faults.js';
import { useDraft } from '../compose/use-draft.js';
import type { Here } from '../here.js';

export interface EditMineProps {
  readonly here: Here;
  readonly item: MineItem;
  readonly onDone: () => void;
}

/** Of what waits, or what came back. Its draft is kept like any other. */
export function EditMine({ here, item, onDone }: EditMineProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const { session } = useSession();
  const { draft, change, clear } = useDraft(session?.personId ?? 'reader', `mine/${item.contributionId}`);
  const [fault, setFault] = useState<Fault | null>(null);
  const text = draft.text || item.text;
  const isBack = item.standing === 'revise';
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = field;
    // Who corrects goes on from the end of what they wrote.
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);

  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = faultOf(text);
    setFault(found);
    if (found) return;
    const type = isBack ? 'resubmit' : 'edit';
    if (text !== item.text || isBack) void here.store.send(type, { contributionId: item.contributionId, text });
    clear();
    onDone();
  };

  const onKeyDown = ({ key, ctrlKey, metaKey, currentTarget }: KeyboardEvent<HTMLFormElement>) => {
    if (key === 'Enter' && (ctrlKey || metaKey)) currentTarget.requestSubmit();
  };

  return (
    <form className="edit-mine" onSubmit={send} onKeyDown={onKeyDown}>
      <TextArea
        label={t('your-contribution')}
        lang={item.lang}
        value={text}
        inputRef={field}
        autoFocus
        onChange={(next) => {
          setFault(null);
          change({ text: next });
        }}
        description={t(isBack ? 'resend-hint' : 'edit-hint')}
        error={fault && t(`fault_${fault}`, { max: TEXT_MAX })}
      />
      <div className="row">
        <Button type="submit" look="primary">
          {isBack ? t('send-again') : common('save')}
        </Button>
        <Button onPress={onDone}>{common('cancel')}</Button>
      </div>
    </form>
  );
}
