import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BULK_MAX } from '../../../../domain/panel/limits.js';
import { isFloodLabel, LABELS } from '../../../../domain/panel/screening/labels.js';
import type { RecordState } from '../../../../domain/panel/state.js';
import type { DeskView } from '../../../../domain/wire/views.js';
import type { DeskStore } from '../../../connection/desk-store.js';
import { useAnswer } from '../../../connection/use-answer.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { Choices } from '../../../ui/choices.js';
import { Confirm } from '../../../ui/confirm.js';
import { Dialog } from '../../../ui/dialog.js';
import { Select } from '../../../ui/fields.js';
import { Notice } from '../../../ui/notice.js';
import { Empty, Loading } from '../../../ui/waiting.js';
import { ManyList } from './many-list.js';
import { UndoReasons, type Reasons } from './undo-reasons.js';

export interface ManySheetProps {
  readonly onClose: () => void;
  readonly desk: DeskView;
  readonly record: Pick<RecordState, 'phase' | 'rules'>;
  readonly store: Pick<DeskStore, 'intend' | 'waiting'>;
}

type Verdict = 'publish' | 'decline';

/** For floods: one verdict on many, with the number typed before it is done, and a way back for all of it. */
export function ManySheet({ onClose, desk, record: { phase, rules }, store }: ManySheetProps) {
  const { t } = useTranslation(['treatment', 'common']);
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [verdict, setVerdict] = useState<Verdict>('decline');
  const [ruleId, setRuleId] = useState('');
  const [asks, setAsks] = useState(false);
  const isRuleMissing = verdict === 'decline' && ruleId === '';
  const isOpen = phase === 'open';
  const { reply, again } = useAnswer(`${label} ${isOpen}`, () => store.waiting(label === '' ? null : label));
  const doing = useManyActs(store, () => {
    setChosen(new Set());
    again();
  });
  const items = reply?.ok ? reply.value.items : [];
  const ids = items
    .map(({ contributionId }) => contributionId)
    .filter((id) => chosen.has(id))
    .slice(0, BULK_MAX);
  const last = doing.last ?? desk.recent.find(({ bulk }) => bulk !== null)?.bulk ?? null;

  return (
    <Dialog isOpen onClose={onClose} title={t('many')} closeLabel={t('common:close')} kind="sheet" isWide>
      <p className="hint">{t('many-hint')}</p>
      {isOpen && <Notice>{t('many-open')}</Notice>}
      {doing.said && <Notice tone={doing.isHarm ? 'harm' : 'now'}>{doing.said}</Notice>}
      {last !== null && (
        <p className="row">
          <span>{t('many-last')}</span>
          <Button isBusy={doing.isBusy} onPress={() => void doing.undo(last)}>
            {t('many-undo')}
          </Button>
        </p>
      )}
      {last !== null && doing.asksWhy && (
        <UndoReasons rules={rules} isBusy={doing.isBusy} onGive={(reasons) => void doing.undo(last, reasons)} />
      )}
      <Select
        label={t('many-filter')}
        value={label}
        onChange={setLabel}
        options={[
          { value: '', label: t(isOpen ? 'many-noticed' : 'many-all') },
          ...LABELS.filter((value) => !isOpen || isFloodLabel(value)).map((value) => ({
            value,
            label: t(`label_${value}`),
          })),
        ]}
      />
      {reply === undefined && <Loading label={t('common:loading')} />}
      {reply === null && <Notice tone="harm">{t('common:unreachable')}</Notice>}
      {reply?.ok && items.length === 0 && <Empty title={t(isOpen ? 'many-none-noticed' : 'many-none')} />}
      {reply?.ok && items.length > 0 && (
        <>
          <ManyList items={items} chosen={chosen} onChoose={setChosen} />
          {reply.value.more && <p className="hint">{t('many-more')}</p>}
          <Choices
            label={t('many-verdict')}
            value={verdict}
            onChange={setVerdict}
            options={[
              { value: 'decline', label: t('many-decline') },
              { value: 'publish', label: t('many-publish') },
            ]}
          />
          {verdict === 'decline' && (
            <Select
              label={t('answer-rule')}
              value={ruleId}
              onChange={setRuleId}
              options={[
                ...(ruleId === '' ? [{ value: '', label: t('many-choose-rule') }] : []),
                ...rules.map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
          )}
          <div className="row">
            <Button
              look="danger"
              isDisabled={ids.length === 0 || isRuleMissing}
              isBusy={doing.isBusy}
              onPress={() => setAsks(true)}
            >
              {t('many-do')}
            </Button>
            <span role="status">{t('many-chosen', { count: ids.length })}</span>
          </div>
        </>
      )}
      <Confirm
        isOpen={asks}
        title={t('many-sure-title')}
        action={t('many-do')}
        cancel={t('common:cancel')}
        typed={{ label: t('many-type', { number: ids.length }), word: String(ids.length) }}
        onConfirm={() => {
          setAsks(false);
          void doing.decide(verdict, ids, ruleId);
        }}
        onCancel={() => setAsks(false)}
      >
        <p>
          {verdict === 'publish'
            ? t('many-sure-publish')
            : t('many-sure-decline', { rule: rules.find(({ id }) => id === ruleId)?.title ?? '' })}
        </p>
      </Confirm>
    </Dialog>
  );
}

function useManyActs(store: Pick<DeskStore, 'intend'>, onDone: () => void) {
  const { t } = useTranslation('treatment');
  const [state, setState] = useState({
    isBusy: false,
    said: '',
    isHarm: false,
    asksWhy: false,
    last: null as string | null,
  });
  const begin = () => setState((held) => ({ ...held, isBusy: true, said: '' }));
  const end = (said: string, isHarm: boolean, last: string | null) => {
    setState({ isBusy: false, said, isHarm, asksWhy: false, last });
    if (!isHarm) onDone();
  };
  const saying = (done: string, left: number) => (left > 0 ? `${done} ${t('many-left', { count: left })}` : done);

  return {
    ...state,
    decide: async (verdict: Verdict, contributionIds: readonly string[], ruleId: string) => {
      begin();
      const reply = await store.intend('decideMany', {
        contributionIds,
        verdict,
        ...(verdict === 'decline' && { ruleId }),
      });
      if (!reply.ok) return end(refusalText(reply.refusal), true, state.last);
      const { bulk, decided, left } = reply.value;
      end(saying(t('many-done', { count: decided }), left), false, bulk);
    },
    undo: async (bulk: string, reasons?: Reasons) => {
      begin();
      const reply = await store.intend('undoMany', { bulk, ...reasons });
      if (!reply.ok && reply.refusal.code === 'no-such-rule') {
        return setState({ isBusy: false, said: '', isHarm: false, asksWhy: true, last: bulk });
      }
      if (!reply.ok) return end(refusalText(reply.refusal), true, null);
      end(saying(t('many-undone', { count: reply.value.undone }), reply.value.left), false, null);
    },
  };
}
