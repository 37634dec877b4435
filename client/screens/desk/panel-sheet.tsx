import { Hand, Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/panel/state.js';
import type { DeskStore } from '../../connection/desk-store.js';
import { PhaseMark } from '../../parts/phase-mark.js';
import { Written } from '../../parts/written.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { Notice } from '../../ui/notice.js';
import { useDoing } from './proposals-sheet.js';

export interface PanelSheetProps {
  readonly record: RecordState;
  readonly store: Pick<DeskStore, 'intend'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const SURE_MS = 3000;

/** The panel in short: its phase, a pause, and the key that holds everything. */
export function PanelSheet({ record, store, isOpen, onClose }: PanelSheetProps) {
  const { t } = useTranslation(['desk', 'common']);
  const { phase, publication, slowModeSeconds, pauseReason } = record;

  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('panel-controls')} closeLabel={t('common:close')} kind="sheet">
      <ul className="desk-facts">
        <li>
          <PhaseMark phase={phase} />
          {pauseReason && (
            <span dir="auto">
              <Written text={pauseReason} />
            </span>
          )}
        </li>
        <li>{t(`publication_${publication.mode}`)}</li>
        <li>{slowModeSeconds > 0 ? t('slow-mode', { count: slowModeSeconds }) : t('slow-mode-off')}</li>
      </ul>
      {phase === 'open' && <PauseForm store={store} />}
      {phase === 'paused' && <Resume store={store} />}
      {(phase === 'open' || phase === 'paused') && <HoldEverything store={store} isHeld={isHeld(record)} />}
      {phase !== 'open' && phase !== 'paused' && <p>{t('panel-not-running')}</p>}
    </Dialog>
  );
}

function PauseForm({ store }: Pick<PanelSheetProps, 'store'>) {
  const { t } = useTranslation(['desk', 'common']);
  const [reason, setReason] = useState('');
  const { isBusy, objection, run } = useDoing();
  const pause = () => store.intend('pausePanel', reason.trim() ? { reason } : {});

  return (
    <>
      <TextField label={t('pause-reason')} description={t('pause-hint')} value={reason} onChange={setReason} />
      {objection && <p className="error">{objection}</p>}
      <div className="row">
        <Button icon={Pause} isBusy={isBusy} onPress={() => void run(pause)}>
          {t('pause')}
        </Button>
      </div>
    </>
  );
}

function Resume({ store }: Pick<PanelSheetProps, 'store'>) {
  const { t } = useTranslation(['desk', 'common']);
  const { isBusy, objection, run } = useDoing();
  return (
    <div className="row">
      <Button
        look="primary"
        icon={Play}
        isBusy={isBusy}
        onPress={() => void run(() => store.intend('resumePanel', {}))}
      >
        {t('resume')}
      </Button>
      {objection && <p className="error">{objection}</p>}
    </div>
  );
}

/** Pressed twice within three seconds: soon enough in an emergency, and not by accident. */
function HoldEverything({ store, isHeld: held }: Pick<PanelSheetProps, 'store'> & { readonly isHeld: boolean }) {
  const { t } = useTranslation(['desk', 'common']);
  const [isSure, setSure] = useState(false);
  const [isDone, setDone] = useState(false);
  const { isBusy, objection, run } = useDoing();
  useEffect(() => {
    if (!isSure) return;
    const timer = setTimeout(() => setSure(false), SURE_MS);
    return () => clearTimeout(timer);
  }, [isSure]);

  const press = async () => {
    setSure(!isSure);
    if (isSure) setDone(await run(() => store.intend('holdEverything', {})));
  };
  return (
    <section className="desk-hold">
      <h3>{t('hold')}</h3>
      <p className="hint">{t('hold-text')}</p>
      {isDone && held ? (
        <Notice>{t('hold-done')}</Notice>
      ) : (
        <Button look="danger" icon={Hand} isBusy={isBusy} onPress={() => void press()}>
          {t(isSure ? 'hold-sure' : 'hold-do')}
        </Button>
      )}
      {objection && <p className="error">{objection}</p>}
    </section>
  );
}

function isHeld({ phase, publication, slowModeSeconds }: RecordState): boolean {
  return phase === 'paused' && publication.mode === 'before' && slowModeSeconds > 0;
}
