import { ArrowUpFromLine, Check, CornerUpLeft, MoreHorizontal, PencilLine, SkipForward, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/button.js';
import { Menu } from '../../ui/menu.js';
import { isPossible, type DeskAct, type DeskMoment } from './logic/keys.js';

export interface ItemActionsProps {
  readonly moment: DeskMoment;
  readonly isPublished: boolean;
  readonly isBusy: boolean;
  readonly onAct: (act: DeskAct) => void;
}

/** What can be done with the item, each with its key on it; on a phone the three that matter, and the rest behind one. */
export function ItemActions({ moment, isPublished, isBusy, onAct }: ItemActionsProps) {
  const { t } = useTranslation(['desk', 'common']);
  const off = (act: DeskAct) => !isPossible(act, { ...moment, isReady: moment.isReady || isBusy });
  const rest = (['escalate', 'next', 'previous'] as const).filter((act) => !off(act));
  const icons = { escalate: ArrowUpFromLine, next: SkipForward, previous: CornerUpLeft };

  return (
    <div className="desk-actions" role="group" aria-label={t('actions')}>
      <Button look="primary" icon={Check} keyName="f" isDisabled={off('publish')} onPress={() => onAct('publish')}>
        {t(isPublished ? 'let-stand' : 'publish')}
      </Button>
      <Button icon={PencilLine} keyName="v" isDisabled={off('revise')} onPress={() => onAct('revise')}>
        <span className="long">{t('revise')}</span>
        <span className="short">{t('revise-short')}</span>
      </Button>
      <Button icon={X} keyName="d" isDisabled={off('decline')} onPress={() => onAct('decline')}>
        {t(isPublished ? 'take-down' : 'decline')}
      </Button>
      <div className="desk-actions-rest">
        <Button icon={ArrowUpFromLine} keyName="e" isDisabled={off('escalate')} onPress={() => onAct('escalate')}>
          {t('escalate')}
        </Button>
        <Button icon={SkipForward} keyName="j" isDisabled={off('next')} onPress={() => onAct('next')}>
          {t('skip')}
        </Button>
        <Button icon={CornerUpLeft} keyName="k" isDisabled={off('previous')} onPress={() => onAct('previous')}>
          {t('previous')}
        </Button>
      </div>
      <div className="desk-actions-more">
        <Menu
          button={<IconButton icon={MoreHorizontal} label={t('common:more')} />}
          label={t('common:more')}
          actions={rest.map((act) => ({
            id: act,
            icon: icons[act],
            label: t(act === 'next' ? 'skip' : act),
            run: () => onAct(act),
          }))}
        />
      </div>
    </div>
  );
}
