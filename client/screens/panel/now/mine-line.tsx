import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineItem } from '../../../../domain/wire/views.js';
import { Folded } from '../../../parts/folded.js';
import { isAfterOwn } from '../../../parts/in-line.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Written } from '../../../parts/written.js';
import { lazyScreen } from '../../../shell/lazy-screen.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { Time } from '../../../ui/time.js';
import { useActsHere, type Here } from '../here.js';
import { EditMine } from './edit-mine.js';
import { MergeQuestion } from './merge-question.js';
import { MyTurn } from './my-turn.js';
import type { Change } from './submissions.js';
import { Standing } from './standing.js';

const MyReasons = lazyScreen(['treatment'], async () => (await import('./my-reasons.js')).MyReasons);

export interface MineLineProps {
  readonly here: Here;
  readonly item: MineItem;
  readonly pending: Change | null;
}

export function MineLine({ here, item, pending }: MineLineProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const { standing, text, lang, kind, at, statement } = item;
  const all = here.shown.mine?.items ?? [];

  return (
    <li className="mine-line" data-standing={standing} data-mine={item.contributionId}>
      <p className="mine-head">
        <span>{common(`kind_${kind}`)}</span> · <Time at={at} />
        {item.attribution === 'role' && <> · {t('by-role-only')}</>}
      </p>
      {!isEditing && (
        <Folded id={`mine/${item.contributionId}`} text={text}>
          <p className="mine-words" lang={lang} dir="auto">
            <Written text={text} />
          </p>
        </Folded>
      )}
      <p className="mine-state">
        <Standing item={item} all={all} />
      </p>
      {item.secondLook && <p className="hint">{t('second-look')}</p>}
      {item.turn && !isAfterOwn(item, all) && <MyTurn here={here} turn={item.turn} />}
      {item.mergeInto !== null && (
        <MergeQuestion here={here} contributionId={item.contributionId} into={item.mergeInto} />
      )}
      {(statement !== null || item.appeal !== null || isTold(item)) && (
        <Suspense fallback={null}>
          <MyReasons here={here} item={item} />
        </Suspense>
      )}
      {pending ? (
        <Pending here={here} pending={pending} />
      ) : isEditing ? (
        <EditMine here={here} item={item} onDone={() => setIsEditing(false)} />
      ) : (
        <Actions here={here} item={item} onEdit={() => setIsEditing(true)} />
      )}
    </li>
  );
}

interface ActionsProps extends Omit<MineLineProps, 'pending'> {
  readonly onEdit: () => void;
}

function Actions({ here, item, onEdit }: ActionsProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const { show } = useActsHere();
  const [asks, setAsks] = useState(false);
  const { standing, contributionId } = item;
  const { phase } = here.record;
  const isRunning = phase === 'open' || phase === 'paused';
  const isMine = standing === 'waiting' || standing === 'revise';
  const withdraw = () => {
    setAsks(false);
    void here.store.send('withdraw', { contributionId });
  };

  return (
    <p className="mine-actions">
      {(standing === 'published' || standing === 'review') && (
        <Button look="quiet" onPress={() => show(contributionId)}>
          {t('read-it')}
        </Button>
      )}
      {isMine && isRunning && (
        <Button look={standing === 'revise' ? 'primary' : 'quiet'} onPress={onEdit}>
          {t(standing === 'revise' ? 'edit-and-resend' : 'edit')}
        </Button>
      )}
      {isMine && phase !== 'archived' && (
        <Button look="quiet" onPress={() => setAsks(true)}>
          {t('withdraw')}
        </Button>
      )}
      <Confirm
        isOpen={asks}
        title={t('withdraw-title')}
        action={t('withdraw')}
        cancel={common('cancel')}
        onConfirm={withdraw}
        onCancel={() => setAsks(false)}
      >
        <p>{t('withdraw-text')}</p>
      </Confirm>
    </p>
  );
}

/** On its way to the forum; as long as it has not left this device it can be taken back. */
function Pending({ here: { store }, pending }: { readonly here: Here; readonly pending: Change }) {
  const { t } = useTranslation('panel');
  const { id, type, state, refusal } = pending;
  return (
    <p className="mine-actions" data-outgoing={state}>
      <span>{refusal ? refusalText(refusal) : `${t(`pending_${type}`)} ${t(`outgoing_${state}`)}`}</span>
      {state === 'kept' && (
        <Button look="quiet" onPress={() => void store.takeBack(id)}>
          {t('take-back')}
        </Button>
      )}
      {state === 'refused' && (
        <Button look="quiet" onPress={() => void store.discard(id)}>
          {t('discard')}
        </Button>
      )}
    </p>
  );
}

/** A machine held it, it was left undecided, or a moderator said a word with it. */
function isTold({ held, lapsed, note }: MineItem): boolean {
  return held !== null || lapsed || note !== '';
}
