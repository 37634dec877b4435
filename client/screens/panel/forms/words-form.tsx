import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TEXT_MAX } from '../../../../domain/panel/limits.js';
import type { Contribution } from '../../../../domain/panel/state.js';
import { useSession } from '../../../connection/use-session.js';
import { choices, likeliest, nameOf } from '../../../parts/languages.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { Select, TextArea } from '../../../ui/fields.js';
import { faultOf } from '../compose/faults.js';
import { useDraft } from '../compose/use-draft.js';
import type { Here } from '../here.js';

export interface WordsFormProps {
  readonly here: Here;
  readonly kind: 'render' | 'answer';
  readonly contribution: Contribution;
  readonly onDone: () => void;
}

/** A panellist’s answer, or the same words in another language. */
export function WordsForm({ here, kind, contribution, onDone }: WordsFormProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const { session } = useSession();
  const { draft, change, clear } = useDraft(session?.personId ?? 'reader', `${kind}/${contribution.id}`);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const languages = choices(here.record.languages).filter(
    (tag) => kind === 'answer' || tag !== contribution.words?.lang,
  );
  const lang = draft.lang ?? (kind === 'answer' ? likeliest(here.record.languages) : (languages[0] ?? 'en'));

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const fault = faultOf(draft.text);
    if (fault) return setProblem(t(`fault_${fault}`, { max: TEXT_MAX }));
    setIsBusy(true);
    const reply = await here.store.intend(kind, { contributionId: contribution.id, text: draft.text, lang });
    setIsBusy(false);
    if (!reply.ok) return setProblem(refusalText(reply.refusal));
    clear();
    onDone();
  };

  return (
    <form className="asked-form" onSubmit={(event) => void send(event)}>
      <Select
        label={common('language')}
        value={lang}
        onChange={(chosen) => change({ lang: chosen })}
        options={languages.map((tag) => ({ value: tag, label: nameOf(tag), lang: tag }))}
      />
      <TextArea
        label={t(kind === 'answer' ? 'your-answer' : 'rendering')}
        description={t(`${kind}-means`)}
        lang={lang}
        rows={5}
        autoFocus
        value={draft.text}
        onChange={(text) => {
          setProblem(null);
          change({ text });
        }}
        error={problem}
      />
      <div className="dialog-actions">
        <Button onPress={onDone}>{common('cancel')}</Button>
        <Button type="submit" look="primary" isBusy={isBusy}>
          {t(`${kind}-send`)}
        </Button>
      </div>
    </form>
  );
}
