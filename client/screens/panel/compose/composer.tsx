import { Send, X } from 'lucide-react';
import { useRef, useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../../domain/panel/state.js';
import { firstGraphemes } from '../../../../domain/text/count.js';
import { TEXT_MAX } from '../../../../domain/panel/limits.js';
import { likeliest } from '../../../parts/languages.js';
import { Written } from '../../../parts/written.js';
import { Button, IconButton } from '../../../ui/button.js';
import { TextArea } from '../../../ui/fields.js';
import type { Here } from '../here.js';
import { ChosenWith } from './chosen-with.js';
import { faultOf, leftOf, type Fault } from './faults.js';
import type { DraftHeld } from './use-draft.js';
import { WhatHappens } from './what-happens.js';

export interface ComposerProps {
  readonly here: Here;
  readonly thread: Thread;
  readonly held: DraftHeld;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  /** On a phone the sheet closes then. */
  readonly onSent?: () => void;
}

/** Where one writes. What is written is in the draft, so that it is found again wherever this is drawn. */
export function Composer({ here, thread, held, input, onSent }: ComposerProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  const [fault, setFault] = useState<Fault | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, clear } = held;
  const lang = draft.lang ?? likeliest(here.record.languages);
  const isPaused = here.record.phase === 'paused';

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isPaused) return;
    const found = faultOf(draft.text);
    setFault(found);
    if (found) return input.current?.focus();
    const { kind = 'question', attribution = 'named', text, parentId } = draft;
    const said = parentId ? { kind: 'reply' as const, parentId } : { kind: kind === 'reply' ? 'comment' : kind };
    void here.store.send('submit', { threadId: thread.id, text, lang, attribution, ...said });
    clear();
    if (onSent) onSent();
    else input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
    if (event.key === 'Escape') input.current?.blur();
  };

  return (
    <form ref={form} className="composer" onSubmit={send} aria-label={t('write')} data-has-text={draft.text !== ''}>
      <InReplyTo here={here} held={held} />
      <TextArea
        inputRef={input}
        label={t('your-contribution')}
        isLabelUnseen
        placeholder={t(draft.parentId ? 'write-reply' : 'write-here')}
        lang={lang}
        rows={1}
        value={draft.text}
        onKeyDown={onKeyDown}
        onChange={(text) => {
          setFault(null);
          change({ text });
        }}
        error={fault && t(`fault_${fault}`, { max: TEXT_MAX })}
      />
      <div className="composer-more">
        <ChosenWith here={here} held={held} lang={lang} />
        <Counter text={draft.text} />
      </div>
      <div className="composer-end">
        <p className="hint">
          <WhatHappens here={here} />
        </p>
        <Button type="submit" look="primary" icon={Send} isDisabled={isPaused} className="send">
          {common('send')}
        </Button>
      </div>
    </form>
  );
}

const QUOTED = 80;

function InReplyTo({ here, held: { draft, change } }: Pick<ComposerProps, 'here' | 'held'>) {
  const { t } = useTranslation('panel');
  if (!draft.parentId) return null;
  const words = here.record.contributions.get(draft.parentId)?.words;
  return (
    <p className="replying">
      <span>
        {t('in-reply-to')}{' '}
        <q lang={words?.lang} dir="auto">
          <Written text={firstGraphemes(words?.text ?? '', QUOTED).replaceAll(/\s+/g, ' ')} />
        </q>
      </span>
      <IconButton icon={X} label={t('not-a-reply')} onPress={() => change({ parentId: '' })} />
    </p>
  );
}

function Counter({ text }: { readonly text: string }) {
  const { t } = useTranslation('panel');
  const left = leftOf(text);
  if (left === null) return null;
  return (
    <span className={`counter ${left < 0 ? 'over' : ''}`} data-left={left}>
      {left < 0 ? t('letters-over', { count: -left }) : t('letters-left', { count: left })}
    </span>
  );
}
