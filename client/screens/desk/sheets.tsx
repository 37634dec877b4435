import { lazy, Suspense } from 'react';
import type { RecordState } from '../../../domain/panel/state.js';
import type { DeskView } from '../../../domain/wire/views.js';
import type { DeskStore } from '../../connection/desk-store.js';
import { HelpSheet } from './help-sheet.js';
import { OptionsSheet } from './options-sheet.js';
import { PanelSheet } from './panel-sheet.js';
import { ProposalsSheet } from './proposals-sheet.js';
import type { Room } from './use-acts.js';

const ManySheet = lazy(async () => ({ default: (await import('./treating/many-sheet.js')).ManySheet }));
const WorkSheet = lazy(async () => ({ default: (await import('./treating/work-sheet.js')).WorkSheet }));

export interface SheetsProps {
  readonly room: Room;
  readonly desk: DeskView;
  readonly record: RecordState;
  readonly store: DeskStore;
}

/** What floats above the desk when it is asked for. */
export function Sheets({ room: { view, views }, desk, record, store }: SheetsProps) {
  const close = () => views.show(null);
  return (
    <>
      <HelpSheet isOpen={view.sheet === 'help'} onClose={close} />
      <OptionsSheet isOpen={view.sheet === 'options'} onClose={close} isBlurred={view.isBlurred} onBlur={views.blur} />
      <PanelSheet isOpen={view.sheet === 'panel'} onClose={close} record={record} store={store} />
      <ProposalsSheet
        isOpen={view.sheet === 'proposals'}
        onClose={close}
        proposals={desk.proposals}
        rules={record.rules}
        store={store}
      />
      <Suspense fallback={null}>
        {view.sheet === 'work' && <WorkSheet onClose={close} work={desk.work} />}
        {view.sheet === 'many' && <ManySheet onClose={close} desk={desk} record={record} store={store} />}
      </Suspense>
    </>
  );
}
