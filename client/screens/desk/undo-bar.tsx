import { Undo2 } from 'lucide-react';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Written } from '../../parts/written.js';
import { Button } from '../../ui/button.js';
import { excerpt } from './words.js';
import type { Undoable } from './work/undo-clock.js';

export interface UndoBarProps {
  /** The latest first. */
  readonly undoables: readonly Undoable[];
  readonly isDisabled: boolean;
  readonly onUndo: (contributionId: string) => void;
}

const MOST = 3;

/** Ten seconds in which a decision can be taken back: a line grows shorter, nothing counts aloud. */
export function UndoBar({ undoables, isDisabled, onUndo }: UndoBarProps) {
  const { t } = useTranslation(['desk', 'common', 'treatment']);

  return (
    <ul className="desk-undo">
      {undoables.slice(0, MOST).map(({ decision, elapsed }, i) => (
        <li key={`${decision.contributionId}/${decision.undoUntil}`} data-undo={decision.contributionId}>
          <span className="desk-undo-words">
            <strong>{t(`verdict_${decision.verdict}`)}</strong>
            {decision.awaitsSecond && <> ({t('treatment:awaits-second')})</>}{' '}
            <span lang={decision.lang} dir="auto">
              <Written text={excerpt(decision.text)} />
            </span>
          </span>
          <Button
            look="quiet"
            icon={Undo2}
            {...(i === 0 ? { keyName: 'u' } : {})}
            isDisabled={isDisabled}
            onPress={() => onUndo(decision.contributionId)}
          >
            {t('common:undo')}
          </Button>
          <UndoLine elapsed={elapsed} />
        </li>
      ))}
    </ul>
  );
}

/** Begins where the ten seconds are and runs by itself. */
function UndoLine({ elapsed }: { readonly elapsed: number }) {
  const [begun] = useState(elapsed);
  const style = { '--elapsed': `-${Math.round(begun)}ms` };
  return <span className="desk-undo-line" style={style as CSSProperties} aria-hidden />;
}
