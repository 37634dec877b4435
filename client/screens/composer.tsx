import { useId, useState, type FormEvent } from 'react';
import type { Kind } from '../../domain/panel/events.js';
import { TEXT_MAX } from '../../domain/panel/limits.js';
import type { PanelStore } from '../connection/panel-store.js';
import { Notice } from '../ui/notice.js';
import { attemptOf, keepDraft, keptDraft, type Draft } from './drafts.js';
import { choices, likeliest, nameOf } from './languages.js';

export interface ComposerProps {
  readonly store: PanelStore;
  readonly threadId: string;
  readonly languages: readonly string[];
  readonly replyTo: { readonly id: string; readonly text: string } | null;
  readonly onForgetReply: () => void;
}

interface Said {
  readonly tone: 'plain' | 'harm';
  readonly sentence: string;
}

export function Composer({ store, threadId, languages, replyTo, onForgetReply }: ComposerProps) {
  const place = `${store.panelId}/${threadId}`;
  const [draft, setDraft] = useState(() => keptDraft(place));
  const [kind, setKind] = useState<Kind>('question');
  const [lang, setLang] = useState(() => likeliest(languages));
  const [sending, setSending] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const id = useId();

  const change = (next: Draft) => {
    keepDraft(place, next);
    setDraft(next);
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const words = { threadId, kind: replyTo ? ('reply' as const) : kind, text: draft.text, lang };
    const content = replyTo ? { ...words, parentId: replyTo.id } : words;
    const attempt = attemptOf(draft, content);
    change({ ...draft, attempt });
    setSending(true);
    setSaid({ tone: 'plain', sentence: 'Sending…' });
    const reply = await store.intend('submit', content, attempt.intentId);
    setSending(false);
    if (!reply.ok) return setSaid({ tone: 'harm', sentence: `${reply.refusal.message} Your text is still here.` });

    setSaid({ tone: 'plain', sentence: WHAT_HAPPENS[reply.value.standing] });
    change({ text: '', attempt: null });
    onForgetReply();
  };

  return (
    <form className="composer" onSubmit={(event) => void send(event)}>
      {replyTo && (
        <p className="replying">
          In reply to “<bdi>{shortened(replyTo.text)}</bdi>”{' '}
          <button type="button" className="quiet" onClick={onForgetReply}>
            Not a reply
          </button>
        </p>
      )}
      <label htmlFor={`${id}-text`}>Your contribution</label>
      <textarea
        id={`${id}-text`}
        dir="auto"
        rows={3}
        required
        value={draft.text}
        maxLength={TEXT_MAX * 4}
        disabled={sending}
        onChange={(event) => {
          setSaid(null);
          change({ ...draft, text: event.target.value });
        }}
      />
      <div className="row">
        {!replyTo && (
          <label>
            Kind{' '}
            <select
              value={kind}
              onChange={(event) => setKind(event.target.value === 'comment' ? 'comment' : 'question')}
            >
              <option value="question">Question</option>
              <option value="comment">Comment</option>
            </select>
          </label>
        )}
        <label>
          Language{' '}
          <select value={lang} onChange={(event) => setLang(event.target.value)}>
            {choices(languages).map((tag) => (
              <option key={tag} value={tag}>
                {nameOf(tag)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" disabled={sending || draft.text.trim() === ''}>
          Send
        </button>
      </div>
      {said && <Notice tone={said.tone}>{said.sentence}</Notice>}
    </form>
  );
}

const WHAT_HAPPENS = {
  waiting: 'A moderator reads this first. You see below where it stands.',
  published: 'Published.',
};

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
