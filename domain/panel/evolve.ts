import type { DocketEvent, Entry, RecordEvent } from './events.js';
import { evolveDocket, initialDocket } from './evolve/docket.js';
import { evolveRecord, initialRecord } from './evolve/record.js';
import type { PanelState } from './state.js';

export { evolveRecord, initialRecord };

export const initialState: PanelState = { record: initialRecord, docket: initialDocket };

/** Folds one entry in. An event of a type not known here moves only the seq of its journal. */
export function evolve(panel: PanelState, entry: Entry): PanelState {
  return entry.journal === 'record'
    ? { ...panel, record: evolveRecord(panel.record, entry as Entry<RecordEvent>) }
    : { ...panel, docket: evolveDocket(panel.docket, entry as Entry<DocketEvent>) };
}

/** Folds entries in, in the order given: ascending `panelSeq`. */
export function fold(panel: PanelState, entries: Iterable<Entry>): PanelState {
  let state = panel;
  for (const entry of entries) state = evolve(state, entry);
  return state;
}
