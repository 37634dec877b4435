import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/panel/state.js';
import type { DeskView } from '../../../domain/wire/views.js';
import type { DeskStore } from '../../connection/desk-store.js';
import { refusalText } from '../../parts/refusal-text.js';
import { announce } from '../../ui/announcer.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { LooksNotice } from './treating/looks-notice.js';
import { DeskTop } from './desk-top.js';
import { HistoryView } from './history/history-view.js';
import { LossNotice } from './loss-notice.js';
import { Sheets } from './sheets.js';
import { TableView } from './table-view.js';
import { UndoBar } from './undo-bar.js';
import { useActs, type Room } from './use-acts.js';
import { useDeskView } from './use-desk-view.js';
import { useDeskWork, useNotes, useTemplates } from './use-desk-work.js';

export interface DeskRoomProps {
  readonly panelId: string;
  readonly desk: DeskView;
  readonly record: RecordState;
  readonly seat: string | null;
  readonly isLive: boolean;
  readonly store: DeskStore;
}

export function DeskRoom({ panelId, desk, record, seat, isLive, store }: DeskRoomProps) {
  const [shown, work] = useDeskWork(store, desk);
  const [view, views] = useDeskView(shown.item);
  const notes = useNotes(panelId);
  useTemplates(shown.item?.lang ?? null);
  const room: Room = { shown, work, view, views, notes, rules: record.rules, isLive };
  const acts = useActs(room);
  useSaid(shown.said);
  const isAlone = view.isFocused && shown.item !== null;

  return (
    <div className={isAlone ? 'desk-room alone' : 'desk-room'} data-busy={shown.isBusy || undefined}>
      {!isAlone && (
        <DeskTop
          {...{ desk, record, panelId, shown }}
          isHistory={view.isHistory}
          onHistory={() => acts.perform('history')}
          onSheet={views.show}
          onStepAway={() => void work.stepAway()}
        />
      )}
      <Notices room={room} record={record} isAlone={isAlone} />
      {!isAlone && <LooksNotice forOthers={desk.forOthers} />}
      {view.isHistory ? (
        <HistoryView
          store={store}
          rules={record.rules}
          seat={seat}
          isLive={isLive}
          isArchived={record.phase === 'archived'}
        />
      ) : (
        <TableView room={room} acts={acts} desk={desk} record={record} />
      )}
      <UndoBar undoables={shown.undoables} isDisabled={!acts.moment.isReady} onUndo={(id) => void work.undo(id)} />
      <Sheets {...{ room, desk, record, store }} />
    </div>
  );
}

function Notices({
  room,
  record,
  isAlone,
}: {
  readonly room: Room;
  readonly record: RecordState;
  readonly isAlone: boolean;
}) {
  const { t } = useTranslation(['desk', 'common']);
  const { shown, work, view, views, notes } = room;
  const { loss, objection, item } = shown;
  const typed = loss ? notes.of(loss.item.contributionId) : null;
  const use = () => {
    if (!item || !typed) return;
    notes.keep(item.contributionId, typed);
    work.dismiss('loss');
    views.open('decline');
  };

  return (
    <div className="desk-notices">
      {!isAlone && record.phase === 'paused' && <Notice tone="now">{t('panel-paused')}</Notice>}
      {!isAlone && record.phase === 'closed' && <Notice>{t('panel-closed')}</Notice>}
      {loss && (
        <LossNotice
          loss={loss}
          typed={typed?.note ?? ''}
          onUse={item && item.contributionId !== loss.item.contributionId ? use : null}
          onDismiss={() => {
            notes.forget(loss.item.contributionId);
            work.dismiss('loss');
          }}
        />
      )}
      {objection && (view.form === null || item === null) && (
        <Notice tone="harm" action={<Button onPress={() => work.dismiss('objection')}>{t('common:close')}</Button>}>
          {refusalText(objection)}
        </Notice>
      )}
      {!isAlone && shown.isRestDue && (
        <Notice action={<Button onPress={() => work.rested()}>{t('rest-close')}</Button>}>{t('rest')}</Notice>
      )}
    </div>
  );
}

/** Each decision is told once to whoever cannot see it. */
function useSaid(said: Room['shown']['said']): void {
  const { t } = useTranslation(['desk', 'common']);
  useEffect(() => {
    if (said) announce(t(`said_${said.what}`));
    // The same deed again has another turn; a change of language says nothing twice.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new turn is said
  }, [said?.turn]);
}
