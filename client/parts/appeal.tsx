import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { NOTE_MAX } from '../../domain/panel/limits.js';
import type { MineAppeal, MineItem } from '../../domain/wire/views.js';
import { Button } from '../ui/button.js';
import { TextArea } from '../ui/fields.js';
import { absoluteTime } from '../ui/formats.js';
import { useNow } from '../ui/now.js';
import { Time } from '../ui/time.js';
import './appeal.css';
import { Written } from './written.js';

export interface AppealProps {
  readonly item: MineItem;
  /** The language the panel answers in. */
  readonly lang: string;
  /** Whether it was taken; null where it cannot be sent just now. */
  readonly onAppeal: ((note: string) => Promise<boolean>) | null;
}

/** An author’s way to somebody who was not involved, and what came of it. */
export function Appeal({ item, lang, onAppeal }: AppealProps) {
  const { statement, appeal, mayAppeal } = item;
  const now = useNow(60_000);
  const until = statement?.appealUntil ?? null;

  return (
    <>
      {appeal && <State appeal={appeal} item={item} lang={lang} />}
      {mayAppeal && until !== null && now <= until && <Ask until={until} onAppeal={onAppeal} />}
    </>
  );
}

interface AskProps {
  readonly until: number;
  readonly onAppeal: AppealProps['onAppeal'];
}

function Ask({ until, onAppeal }: AskProps) {
  const { t } = useTranslation('treatment');
  const { locale } = useLocale();
  const [note, setNote] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const appeal = async () => {
    setBusy(true);
    await onAppeal?.(note?.trim() ?? '');
    setBusy(false);
  };

  return (
    <div className="appeal" role="group" aria-label={t('appeal')}>
      <p className="hint">{t('appeal-hint', { date: absoluteTime(locale, until) })}</p>
      {note !== null && (
        <TextArea label={t('appeal-word')} value={note} onChange={setNote} maxLength={NOTE_MAX} autoFocus />
      )}
      <p className="row">
        <Button isBusy={isBusy} isDisabled={onAppeal === null} onPress={() => void appeal()}>
          {t('appeal')}
        </Button>
        {note === null && (
          <Button look="quiet" onPress={() => setNote('')}>
            {t('appeal-add-word')}
          </Button>
        )}
      </p>
    </div>
  );
}

function State({ appeal, item, lang }: { readonly appeal: MineAppeal } & Pick<AppealProps, 'item' | 'lang'>) {
  const { t } = useTranslation('treatment');
  const { at, note, lapsed, answer } = appeal;
  const outcome = answer && (answer.stands ? (`stands_${answer.outcome}` as const) : answer.outcome);

  return (
    <div className="appeal" data-appeal={answer?.outcome ?? (lapsed ? 'lapsed' : 'waiting')}>
      <p>
        <strong>{t('appeal-sent')}</strong> · <Time at={at} />
      </p>
      {note && (
        <div>
          <p className="label">{t('appeal-you-said')}</p>
          <p className="appeal-words" lang={item.lang} dir="auto">
            <Written text={note} />
          </p>
        </div>
      )}
      {answer === null && <p>{t(lapsed ? 'appeal-lapsed' : 'appeal-waits')}</p>}
      {answer && outcome !== null && (
        <>
          <p>
            <strong>{t(answeredKey(outcome))}</strong> <Time at={answer.at} />
          </p>
          <div>
            <p className="label">{t('the-answer')}</p>
            <p className="appeal-words" lang={lang} dir="auto">
              <Written text={answer.text} />
            </p>
          </div>
        </>
      )}
    </div>
  );
}

type Outcome = NonNullable<MineAppeal['answer']>['outcome'];

function answeredKey(outcome: Outcome | `stands_${Outcome}`) {
  if (outcome === 'stands_confirmed') return 'answered_confirmed';
  if (outcome === 'stands_modified') return 'answered-stands_modified';
  if (outcome === 'stands_overturned') return 'answered-stands_overturned';
  return `answered_${outcome}` as const;
}
