import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { readCode } from '../../../domain/panel/short-code.js';
import type { PanelSummary } from '../../../domain/wire/views.js';
import { panelsOfCode } from '../../connection/api.js';
import { useAnswer } from '../../connection/use-answer.js';
import { CodeField } from '../../parts/code-field.js';
import { PhaseMark } from '../../parts/phase-mark.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Written } from '../../parts/written.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Loading } from '../../ui/waiting.js';
import './doors.css';

/** Where a short code leads. */
export function CodeScreen({ code: typed }: { readonly code: string }) {
  const { t } = useTranslation('doors');
  const [, navigate] = useLocation();
  const code = readCode(decoded(typed));
  const { reply, again } = useAnswer(code, () => (code === null ? nothing() : panelsOfCode(code)));
  const isNone = reply?.ok === false && reply.refusal.code === 'no-such-panel';
  const panels = reply?.ok ? reply.value : isNone ? [] : null;
  const [only] = panels?.length === 1 ? panels : [];
  useEffect(() => {
    if (only) navigate(`/panels/${only.panelId}`, { replace: true });
  }, [only, navigate]);

  if (reply === undefined || only) return <Loading label={t('loading', { ns: 'common' })} />;
  return (
    <Page className="door">
      <ScreenTitle>{panels && panels.length > 0 ? t('code-which') : t('code-title')}</ScreenTitle>
      {panels?.length === 0 && <p>{t('code-none')}</p>}
      {panels && panels.length > 0 && <Found panels={panels} />}
      {!panels && (
        <Notice tone="harm" action={<Button onPress={again}>{t('again', { ns: 'common' })}</Button>}>
          {reply && !reply.ok ? refusalText(reply.refusal) : t('unreachable', { ns: 'common' })}
        </Notice>
      )}
      <CodeField typed={decoded(typed)} />
    </Page>
  );
}

function Found({ panels }: { readonly panels: readonly PanelSummary[] }) {
  return (
    <ul className="door-list">
      {panels.map(({ panelId, title, languages, phase }) => (
        <li key={panelId}>
          <Link href={`/panels/${panelId}`}>
            <bdi lang={languages[0]}>
              <Written text={title} />
            </bdi>
            <PhaseMark phase={phase} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function nothing(): Promise<{ readonly ok: true; readonly value: readonly PanelSummary[] }> {
  return Promise.resolve({ ok: true, value: [] });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
