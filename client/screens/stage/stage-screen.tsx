import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { RecordState } from '../../../domain/panel/state.js';
import type { PanelShown } from '../../connection/panel-store.js';
import { useFloor } from '../../connection/use-floor.js';
import { usePanel } from '../../connection/use-panel.js';
import { refusalText } from '../../parts/refusal-text.js';
import { applySettings, useSettings } from '../../settings/settings.js';
import { useKeys } from '../../ui/use-keys.js';
import { FloorScene, NextSpeaker, SpeakingLine } from './floor-scene.js';
import { Join } from './join.js';
import { LostDot } from './lost-dot.js';
import { Question } from './question.js';
import { Before, Invite, Over, Paused } from './scenes.js';
import { sceneOf } from './stage-view.js';
import './stage.css';
import { useIdle } from './use-idle.js';
import { useWakeLock } from './use-wake-lock.js';

/** What a whole hall looks at: one thing at a time, legible at 20 m. */
export function StageScreen({ panelId }: { readonly panelId: string }) {
  const { t } = useTranslation(['stage', 'common']);
  const [shown] = usePanel(panelId);
  const { theme } = useWishes();
  const isIdle = useIdle(3_000);
  useWakeLock();
  useTheme(theme);
  useKeys({ f: () => void fullScreen() });
  const { record, refusal } = shown;

  return (
    <div className={`stage ${isIdle ? 'idle' : ''}`} data-connection={shown.connection}>
      {record && record.phase !== 'none' ? (
        <Scene panelId={panelId} shown={shown} record={record} />
      ) : (
        <div className="stage-plain">
          <h1>{refusal ? refusalText(refusal) : t('common:loading')}</h1>
        </div>
      )}
      {record && shown.connection !== 'live' && <LostDot />}
    </div>
  );
}

interface SceneProps {
  readonly panelId: string;
  readonly shown: PanelShown;
  readonly record: RecordState;
}

function Scene({ panelId, shown, record }: SceneProps) {
  const { languages } = useWishes();
  const { scene, posed } = useMemo(() => sceneOf(record), [record]);
  const { view } = useFloor(panelId, shown);
  const { speaking } = record.floor;
  const [chosen, choose] = useChosen(posed.map(({ contributionId }) => contributionId));
  useKeys({
    ArrowRight: () => choose(1),
    ArrowDown: () => choose(1),
    ArrowLeft: () => choose(-1),
    ArrowUp: () => choose(-1),
  });
  useTitle(record.title);
  const put = posed.find(({ contributionId }) => contributionId === chosen);
  const contribution = put && record.contributions.get(put.contributionId);

  if (scene === 'question' && put && contribution?.words) {
    return (
      <div className="stage-split" key={put.contributionId}>
        <div className="stage-with-floor">
          <Question
            contribution={contribution}
            words={contribution.words}
            posed={put}
            people={shown.people}
            languages={languages}
            pausedAt={record.pausedAt}
            count={posed.length}
            index={posed.indexOf(put) + 1}
          />
          {speaking && <SpeakingLine record={record} speaking={speaking} people={shown.people} />}
          <NextSpeaker view={view} />
        </div>
        <Join panelId={panelId} title={record.title} lang={record.languages[0]} />
      </div>
    );
  }
  if (scene === 'floor' && speaking) {
    return (
      <div className="stage-split" key={speaking.requestId}>
        <div className="stage-with-floor">
          <FloorScene record={record} speaking={speaking} people={shown.people} />
          <NextSpeaker view={view} />
        </div>
        <Join panelId={panelId} title={record.title} lang={record.languages[0]} />
      </div>
    );
  }
  if (scene === 'over') return <Over panelId={panelId} record={record} />;
  if (scene === 'before') return <Before panelId={panelId} record={record} />;
  if (scene === 'paused') return <Paused panelId={panelId} record={record} />;
  return <Invite panelId={panelId} record={record} here={shown.here} />;
}

/** The question shown: the latest put, unless somebody at the keys chose another one that is still there. */
function useChosen(ids: readonly string[]): readonly [string | undefined, (step: number) => void] {
  const [asked, setAsked] = useState<{ readonly id: string; readonly latest: string | undefined } | null>(null);
  const latest = ids.at(-1);
  const isKept = asked !== null && asked.latest === latest && ids.includes(asked.id);
  const current = isKept ? asked.id : latest;

  const choose = (step: number) => {
    const at = current === undefined ? -1 : ids.indexOf(current);
    const id = ids[(at + step + ids.length) % ids.length];
    if (id !== undefined) setAsked({ id, latest });
  };
  return [current, choose];
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Kurultai`;
  }, [title]);
}

/** The stage has its own: a hall is dark, whatever the theme of the browser that lights it. */
function useTheme(theme: 'light' | 'dark'): void {
  // Settings changed in another tab are applied to this page as well.
  const settings = useSettings();
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = theme;
    return applySettings;
  }, [theme, settings]);
}

/** `?theme=light`, `?lang=ru,en`: how this screen was hung up. */
function useWishes(): { readonly theme: 'light' | 'dark'; readonly languages: readonly string[] } {
  const search = useSearch();
  return useMemo(() => {
    const wishes = new URLSearchParams(search);
    return {
      theme: wishes.get('theme') === 'light' ? 'light' : 'dark',
      languages: (wishes.get('lang') ?? '').split(',').filter(Boolean).slice(0, 2),
    };
  }, [search]);
}

async function fullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // The browser does not let us; the stage fills its window all the same.
  }
}
