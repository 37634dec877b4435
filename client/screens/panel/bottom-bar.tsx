import { MessagesSquare, PenLine, Radio, UserRound, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export type Pane = 'threads' | 'now' | 'mine';

export interface BottomBarProps {
  readonly pane: Pane | null;
  readonly counts: Readonly<Record<Pane, number>>;
  readonly mayWrite: boolean;
  readonly onPane: (pane: Pane | null) => void;
  readonly onWrite: () => void;
}

/** On a phone: the other columns, each with what waits in it, and where one writes. */
export function BottomBar({ pane, counts, mayWrite, onPane, onWrite }: BottomBarProps) {
  const { t } = useTranslation('panel');
  const toggle = (which: Pane) => () => onPane(pane === which ? null : which);
  const open = (which: Pane) => ({ isOn: pane === which, count: counts[which], onPress: toggle(which) });

  return (
    <nav className="bottom-bar" aria-label={t('parts')}>
      <BarButton icon={MessagesSquare} label={t('threads')} {...open('threads')} />
      <BarButton icon={Radio} label={t('now')} {...open('now')} />
      {mayWrite && <BarButton icon={PenLine} label={t('write')} isOn={false} count={0} onPress={onWrite} />}
      <BarButton icon={UserRound} label={t('mine')} {...open('mine')} />
    </nav>
  );
}

interface BarButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isOn: boolean;
  readonly count: number;
  readonly onPress: () => void;
}

function BarButton({ icon: Icon, label, isOn, count, onPress }: BarButtonProps) {
  const { t } = useTranslation('panel');
  return (
    <button type="button" aria-pressed={isOn} onClick={onPress}>
      <span className="bar-icon">
        <Icon aria-hidden size="1.4em" />
        {count > 0 && <span className="badge">{t('number', { n: count })}</span>}
      </span>
      <span>{label}</span>
    </button>
  );
}
