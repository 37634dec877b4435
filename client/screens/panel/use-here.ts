import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RecordState } from '../../../domain/panel/state.js';
import type { PanelShown, PanelStore } from '../../connection/panel-store.js';
import { useReading } from '../../connection/use-reading.js';
import { mayDo, type Here } from './here.js';
import { ReadingLog } from './stream/reading-log.js';

export interface PanelProps {
  readonly panelId: string;
  readonly shown: PanelShown;
  readonly record: RecordState;
  readonly store: PanelStore;
}

/** The panel with what this reader may do in it and what they have read of it. */
export function useHere({ panelId, shown, record, store }: PanelProps): Here {
  const { you, mine } = shown;
  const marks = useReading(panelId);
  const log = useMemo(() => new ReadingLog(marks), [marks]);
  useEffect(() => log.own(mine?.items.map(({ contributionId }) => contributionId) ?? []), [log, mine]);
  useSyncExternalStore(log.subscribe, log.version);

  const { phase } = record;
  const actor = `${you?.seat ?? ''} ${you?.roles.join(' ') ?? ''}`;
  const may = useMemo(
    () => mayDo({ seat: you?.seat ?? null, roles: you?.roles ?? [] }, record),
    [actor, phase], // oxlint-disable-line react/exhaustive-deps -- permission depends on these alone; cards are drawn again when it changes
  );
  return { panelId, shown, record, store, log, may };
}
