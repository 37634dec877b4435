import {
  ChartNoAxesColumn,
  History,
  Keyboard,
  ListChecks,
  LogOut,
  MoreHorizontal,
  Settings2,
  TextSelect,
  Vote,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RecordState } from '../../../domain/panel/state.js';
import type { DeskView } from '../../../domain/wire/views.js';
import { PhaseMark } from '../../parts/phase-mark.js';
import { WAIT_MINUTES } from '../../parts/wait-minutes.js';
import { Button, IconButton } from '../../ui/button.js';
import { Menu, type MenuAction } from '../../ui/menu.js';
import { ScreenTitle } from '../../ui/screen.js';
import { OthersHere } from './others-here.js';
import type { WorkShown } from './work/desk-work.js';

export type Sheet = 'help' | 'panel' | 'proposals' | 'options' | 'work' | 'many';

export interface DeskTopProps {
  readonly desk: DeskView;
  readonly record: RecordState;
  readonly panelId: string;
  readonly shown: WorkShown;
  readonly isHistory: boolean;
  readonly onHistory: () => void;
  readonly onSheet: (sheet: Sheet) => void;
  readonly onStepAway: () => void;
}

/** How the desk stands: what waits, how long, who else is here; and the ways to everything that is not the item. */
export function DeskTop(props: DeskTopProps) {
  const { desk, record, panelId, shown, isHistory, onHistory, onSheet } = props;
  const { t } = useTranslation(['desk', 'common']);

  return (
    <header className="desk-top">
      <div className="desk-title">
        <ScreenTitle>{t('title')}</ScreenTitle>
        <Link href={`/panels/${panelId}`} dir="auto">
          {record.title}
        </Link>
        <PhaseMark phase={record.phase} />
      </div>
      <div className="desk-ways">
        {desk.proposals.length > 0 && (
          <Button look="quiet" onPress={() => onSheet('proposals')}>
            {t('proposals', { count: desk.proposals.length })}
          </Button>
        )}
        <Button icon={History} keyName="h" aria-pressed={isHistory} onPress={onHistory}>
          {t(isHistory ? 'history-leave' : 'history')}
        </Button>
        <Menu
          button={<IconButton icon={MoreHorizontal} label={t('common:more')} />}
          label={t('common:more')}
          actions={useWays(props)}
        />
      </div>
      <Counts desk={desk} decided={shown.decided} />
      <OthersHere others={desk.others} />
    </header>
  );
}

function useWays({ desk, shown, onSheet, onStepAway }: DeskTopProps): readonly MenuAction[] {
  const { t } = useTranslation(['desk', 'common', 'treatment']);
  const isHolding = shown.item !== null;
  return [
    { id: 'panel', icon: Settings2, label: t('panel-controls'), run: () => onSheet('panel') },
    {
      id: 'proposals',
      icon: Vote,
      label: t('proposals', { count: desk.proposals.length }),
      run: () => onSheet('proposals'),
    },
    { id: 'many', icon: ListChecks, label: t('treatment:many'), run: () => onSheet('many') },
    { id: 'work', icon: ChartNoAxesColumn, label: t('treatment:work'), run: () => onSheet('work') },
    { id: 'options', icon: TextSelect, label: t('options'), run: () => onSheet('options') },
    { id: 'help', icon: Keyboard, label: t('common:keys'), run: () => onSheet('help') },
    ...(isHolding ? [{ id: 'away', icon: LogOut, label: t('step-away'), run: onStepAway }] : []),
  ];
}

function Counts({ desk, decided }: { readonly desk: DeskView; readonly decided: number }) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <ul className="desk-counts">
      <li data-waiting={desk.waiting}>
        {desk.waiting === 0 ? t('waiting-none') : t('waiting', { count: desk.waiting })}
      </li>
      {desk.oldest !== 'none' && <li>{t(`oldest_${desk.oldest}`, { minutes: WAIT_MINUTES[desk.oldest] })}</li>}
      {desk.escalated > 0 && <li>{t('escalated', { count: desk.escalated })}</li>}
      {decided > 0 && <li>{t('decided', { count: decided })}</li>}
    </ul>
  );
}
