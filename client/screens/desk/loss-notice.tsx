import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Written } from '../../parts/written.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { excerpt, isolated } from './words.js';
import type { Loss } from './work/losses.js';

export interface LossNoticeProps {
  readonly loss: Loss;
  /** What was typed about it; empty where nothing was. */
  readonly typed: string;
  /** null where there is no item to use it for. */
  readonly onUse: (() => void) | null;
  readonly onDismiss: () => void;
}

/** An item went to somebody else, or back. What was typed about it is kept in sight until its writer lets it go. */
export function LossNotice({ loss, typed, onUse, onDismiss }: LossNoticeProps) {
  const { t } = useTranslation(['desk', 'common']);
  const { item } = loss;

  return (
    <Notice action={<Button onPress={onDismiss}>{t(typed ? 'loss-drop' : 'loss-close')}</Button>}>
      <div className="desk-loss" data-loss={loss.how}>
        <p>
          <strong>{useStory(loss)}</strong>
        </p>
        <p className="desk-loss-item" lang={item.lang} dir="auto">
          <Written text={excerpt(item.text)} />
        </p>
        {typed && <Typed typed={typed} onUse={onUse} />}
      </div>
    </Notice>
  );
}

function Typed({ typed, onUse }: Pick<LossNoticeProps, 'typed' | 'onUse'>) {
  const { t } = useTranslation(['desk', 'common']);
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(typed).then(() => setCopied(true));

  return (
    <>
      <p className="label">{t('loss-typed')}</p>
      <blockquote className="desk-loss-typed" dir="auto" data-kept>
        <Written text={typed} />
      </blockquote>
      <div className="row">
        <Button onPress={copy}>{t(isCopied ? 'common:copied' : 'common:copy')}</Button>
        {onUse && <Button onPress={onUse}>{t('loss-use')}</Button>}
      </div>
    </>
  );
}

function useStory({ how, by, verdict }: Loss): string {
  const { t } = useTranslation(['desk', 'common']);
  const name = by === null ? t('another-moderator') : isolated(by);
  if (how === 'decided' && verdict !== null) return t(`loss-decided_${verdict}`, { name });
  return t(`loss_${how}`, { name });
}
