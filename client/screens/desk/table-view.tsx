import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/panel/state.js';
import type { DeskView } from '../../../domain/wire/views.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { DecisionForm } from './decision-form.js';
import { ItemActions } from './item-actions.js';
import { ItemView } from './item-view.js';
import { RuleList } from './rule-list.js';
import { StageView } from './stage-view.js';
import type { Acts, Room } from './use-acts.js';
import { useIsNarrow } from './use-desk-work.js';
import { ItemAids } from './treating/item-aids.js';

const AppealForm = lazy(async () => ({ default: (await import('./treating/appeal-form.js')).AppealForm }));

export interface TableViewProps {
  readonly room: Room;
  readonly acts: Acts;
  readonly desk: DeskView;
  readonly record: RecordState;
}

/** The item with what may be done with it, and beside it the form or the rules. */
export function TableView({ room, acts, desk, record }: TableViewProps) {
  const { shown, view, work, isLive } = room;
  const { item } = shown;
  if (!item) return <StageView shown={shown} desk={desk} work={work} isLive={isLive} />;

  return (
    <div className="desk-table">
      <div className="desk-main">
        <ItemView
          item={item}
          changedFrom={shown.changedFrom}
          isExchangeOpen={view.isExchangeOpen}
          onExchange={() => acts.perform('exchange')}
          isHidden={view.isHidden}
          onReveal={() => acts.perform('reveal')}
        />
        {item.appeal ? (
          <Suspense fallback={null}>
            <AppealForm key={item.contributionId} appeal={item.appeal} room={room} record={record} />
          </Suspense>
        ) : (
          <ItemActions moment={acts.moment} isPublished={item.published} isBusy={shown.isBusy} onAct={acts.perform} />
        )}
        <Aids acts={acts} room={room} />
      </div>
      <Side room={room} acts={acts} />
    </div>
  );
}

/** Small things beside the decision. */
function Aids({ acts, room }: Pick<TableViewProps, 'room' | 'acts'>) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <div className="desk-aids">
      <Button look="quiet" keyName="r" aria-expanded={room.view.showsReasons} onPress={() => acts.perform('reasons')}>
        {t('rules')}
      </Button>
      <Button look="quiet" keyName="z" aria-pressed={room.view.isFocused} onPress={() => acts.perform('focus')}>
        {t(room.view.isFocused ? 'focus-leave' : 'focus')}
      </Button>
      <Button look="quiet" keyName="?" onPress={() => acts.perform('help')}>
        {t('common:keys')}
      </Button>
      <ItemAids room={room} />
    </div>
  );
}

function Side({ room, acts }: Pick<TableViewProps, 'room' | 'acts'>) {
  const { t } = useTranslation(['desk', 'common']);
  const isNarrow = useIsNarrow();
  const { view, views } = room;
  if (view.form === null && !view.showsReasons) return null;

  const content = view.form === null ? <Reasons room={room} acts={acts} /> : <Deciding room={room} acts={acts} />;
  if (!isNarrow) {
    return (
      <aside className="desk-side" aria-label={t(view.form ?? 'rules')}>
        {content}
      </aside>
    );
  }
  const close = () => (view.form === null ? views.toggleReasons() : views.open(null));
  return (
    <Dialog isOpen onClose={close} title={t(view.form ?? 'rules')} closeLabel={t('leave-form')} kind="sheet">
      {content}
    </Dialog>
  );
}

function Deciding({ room, acts }: Pick<TableViewProps, 'room' | 'acts'>) {
  const { shown, view, views, notes, rules, isLive } = room;
  const { item, objection } = shown;
  if (!item || view.form === null) return null;

  return (
    <DecisionForm
      form={view.form}
      item={item}
      rules={rules}
      draft={notes.of(item.contributionId)}
      hasTried={view.hasTried}
      isBusy={shown.isBusy}
      isOffline={!isLive}
      objection={objection && refusalText(objection)}
      onRule={acts.chooseRule}
      onNote={(note) => notes.keep(item.contributionId, { note })}
      onTemplate={acts.putTemplate}
      onConfirm={() => acts.perform('confirm')}
      onLeave={() => views.open(null)}
    />
  );
}

/** The rules to read; choosing one begins a refusal under it. */
function Reasons({ room, acts }: Pick<TableViewProps, 'room' | 'acts'>) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <section className="desk-form">
      <h3>{t('rules')}</h3>
      <p className="hint">{t('rules-hint')}</p>
      <RuleList
        rules={room.rules}
        chosen={null}
        onChoose={(ruleId) => acts.perform(`rule-${room.rules.findIndex(({ id }) => id === ruleId) + 1}`)}
      />
    </section>
  );
}
