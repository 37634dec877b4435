import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseRule } from '../../../domain/panel/events.js';
import { APPEAL_MS, NOTE_MAX } from '../../../domain/panel/limits.js';
import { hasMoreGraphemesThan } from '../../../domain/text/count.js';
import type { DeskItem } from '../../../domain/wire/views.js';
import { Statement } from '../../parts/statement.js';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/fields.js';
import { useNow } from '../../ui/now.js';
import type { Note } from './kept.js';
import type { Form } from './logic/keys.js';
import { templateLanguage } from './logic/note.js';
import { RuleList } from './rule-list.js';

export interface DecisionFormProps {
  readonly form: Form;
  readonly item: DeskItem;
  readonly rules: readonly HouseRule[];
  readonly draft: Note;
  /** What is missing is said once somebody tried. */
  readonly hasTried: boolean;
  readonly isBusy: boolean;
  readonly isOffline: boolean;
  readonly objection: string | null;
  readonly onRule: (ruleId: string | null) => void;
  readonly onNote: (note: string) => void;
  readonly onTemplate: () => void;
  readonly onConfirm: () => void;
  readonly onLeave: () => void;
}

/** What is missing before it can be sent. */
export function missingIn(form: Form, { ruleId, note }: Note): 'needs-rule' | 'needs-note' | 'too-long' | null {
  if (form === 'decline' && ruleId === null) return 'needs-rule';
  if (form !== 'decline' && note.trim() === '') return 'needs-note';
  return hasMoreGraphemesThan(note, NOTE_MAX) ? 'too-long' : null;
}

export function DecisionForm(props: DecisionFormProps) {
  const { form, item, rules, draft, hasTried, isBusy, isOffline, objection } = props;
  const { t } = useTranslation('desk');
  const { heading, note } = useFirstFocus(form, item.contributionId);
  const missing = missingIn(form, draft);
  const takesDown = form === 'decline' && item.published;

  return (
    <section
      className={form === 'escalate' ? 'desk-form' : 'desk-form tells'}
      aria-labelledby="desk-form-title"
      onKeyDown={(event) => onFormKey(event, props)}
    >
      <div className="desk-form-why">
        <h3 id="desk-form-title" ref={heading} tabIndex={-1}>
          {t(takesDown ? 'take-down' : form)}
        </h3>
        {form !== 'escalate' && (
          <RuleList rules={rules} chosen={draft.ruleId} onChoose={props.onRule} isOptional={form === 'revise'} />
        )}
        <NoteField {...props} inputRef={note} />
      </div>
      {form !== 'escalate' && <Preview verdict={form} lang={item.lang} rules={rules} draft={draft} />}
      <div className="desk-form-buttons">
        {hasTried && missing && (
          <p className="error" role="alert">
            {t(missing)}
          </p>
        )}
        {objection && (
          <p className="error" role="alert">
            {objection}
          </p>
        )}
        {isOffline && <p className="hint">{t('offline-form')}</p>}
        <Button look="primary" keyName="Enter" isBusy={isBusy} isDisabled={isOffline} onPress={props.onConfirm}>
          {t(takesDown ? 'take-down' : `${form}-do`)}
        </Button>
        <Button keyName="Escape" onPress={props.onLeave}>
          {t('leave-form')}
        </Button>
      </div>
    </section>
  );
}

type NoteFieldProps = DecisionFormProps & { readonly inputRef: React.Ref<HTMLTextAreaElement> };

function NoteField({ form, item, draft, onNote, onTemplate, inputRef }: NoteFieldProps) {
  const { t } = useTranslation('desk');
  const { isTheirs } = templateLanguage(item.lang);
  const isForAuthor = form !== 'escalate';
  const hint = isForAuthor ? t(isTheirs ? 'note-hint' : 'note-hint-english') : t('escalate-hint');

  return (
    <div className="desk-note">
      <TextArea
        label={t(isForAuthor ? 'note-to-author' : 'note-to-host')}
        description={hint}
        value={draft.note}
        onChange={onNote}
        inputRef={inputRef}
        rows={5}
      />
      {isForAuthor && (
        <Button look="quiet" onPress={onTemplate}>
          {t('template')}
        </Button>
      )}
    </div>
  );
}

export interface PreviewProps {
  readonly verdict: 'decline' | 'revise' | 'redact';
  /** The language of what was written. */
  readonly lang: string;
  readonly rules: readonly HouseRule[];
  readonly draft: Note;
}

/** The statement of reasons as its reader will have it. */
export function Preview({ verdict, lang, rules, draft: { ruleId, note } }: PreviewProps) {
  const { t } = useTranslation('desk');
  const at = useNow(60_000);
  const rule = rules.find(({ id }) => id === ruleId) ?? null;
  // How many will have read it is not known yet, and the language is the one they wrote in.
  const due = { lang, readBy: 0, appealUntil: at + APPEAL_MS };
  const whole = { ...due, scope: 'this-contribution', decidedBy: 'moderator', automated: false } as const;

  return (
    <div className="desk-told" ref={useInSight(ruleId, note)}>
      <p className="label">{t('statement')}</p>
      <Statement lang={lang} statement={{ verdict, rule, note, at, ...whole }} />
    </div>
  );
}

/** What an author will read is seen before it is sent: it comes into sight with the rule and the template for it. */
function useInSight(ruleId: string | null, note: string) {
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isWriting = document.activeElement instanceof HTMLTextAreaElement;
    if (ruleId !== null && !isWriting) told.current?.scrollIntoView({ block: 'nearest' });
  }, [ruleId, note]);
  return told;
}

/** Where digits choose, the heading has the focus; where only words are wanted, the field for them. */
function useFirstFocus(form: Form, itemId: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (form === 'escalate') note.current?.focus();
    else heading.current?.focus();
  }, [form, itemId]);
  return { heading, note };
}

function onFormKey(event: KeyboardEvent, { onConfirm, onLeave }: DecisionFormProps): void {
  const isWriting = event.target instanceof HTMLTextAreaElement;
  const confirms = event.key === 'Enter' && isWriting && (event.ctrlKey || event.metaKey);
  if (!confirms && !(event.key === 'Escape' && isWriting)) return;
  event.preventDefault();
  if (confirms) onConfirm();
  else onLeave();
}
