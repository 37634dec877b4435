import { ListTree, Radio, Search } from 'lucide-react';
import type { Ref } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RecordState } from '../../../domain/panel/state.js';
import type { Axis } from '../../connection/replay-axis.js';
import type { PanelDetail } from '../../connection/replay-source.js';
import type { ReplayStore } from '../../connection/replay-store.js';
import { ScreenTitle } from '../../ui/screen.js';
import { useInto, useSecond } from './clocks.js';

export interface HeadProps {
  readonly panel: PanelDetail;
  readonly record: RecordState;
  readonly store: ReplayStore;
  readonly axis: Axis;
  /** Everything before this moment is here, and can be counted. */
  readonly isExact: boolean;
}

export function ReplayHead({ panel, record, store, axis, isExact }: HeadProps) {
  const { t } = useTranslation('replay');
  const isLive = panel.phase === 'open' || panel.phase === 'paused';

  return (
    <header className="replay-head">
      <div>
        <ScreenTitle {...(panel.languages[0] ? { lang: panel.languages[0] } : {})}>{panel.title}</ScreenTitle>
        <p className="facts">
          <span className="replay-mark">{t('title')}</span>
          <PhaseThen record={record} store={store} axis={axis} />
          {isExact && <span data-published={record.published}>{t('said-so-far', { count: record.published })}</span>}
          {panel.report !== 'none' && <Link href={`/panels/${panel.panelId}/report`}>{t('report')}</Link>}
        </p>
      </div>
      <Link href={`/panels/${panel.panelId}`} className={`button ${isLive ? 'primary' : ''}`}>
        {isLive && <Radio aria-hidden size="1.15em" />}
        {t(isLive ? 'live-now' : 'the-panel')}
      </Link>
    </header>
  );
}

/** What the panel was doing at this moment. */
function PhaseThen({ record, store, axis }: Omit<HeadProps, 'panel' | 'isExact'>) {
  const { t } = useTranslation('replay');
  const into = useInto();
  const second = useSecond(store, axis);
  const { phase, pauseReason } = record;

  if (phase === 'open') return <span>{t('was-open')}</span>;
  if (phase === 'paused') {
    return (
      <span>
        {t('was-paused')} <bdi>{pauseReason}</bdi>
      </span>
    );
  }
  if (phase === 'closed' || phase === 'archived') return <span>{t('was-closed')}</span>;
  if (second < axis.origin) return <span>{t('opens-in', { time: into(axis.origin - second) })}</span>;
  return <span>{t('not-open')}</span>;
}

export interface FilterBarProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly isTree: boolean;
  readonly onTree: (isTree: boolean) => void;
  readonly inputRef: Ref<HTMLInputElement>;
  /** How many are shown; null where nothing is looked for. */
  readonly found: number | null;
  readonly children: React.ReactNode;
}

export function FilterBar({ words, onWords, isTree, onTree, inputRef, found, children }: FilterBarProps) {
  const { t } = useTranslation('replay');

  return (
    <div className="filter-bar" role="search">
      {children}
      <label className="find">
        <Search aria-hidden size="1.15em" />
        <span className="unseen">{t('find')}</span>
        <input
          ref={inputRef}
          type="search"
          className="input"
          {...(words === '' ? {} : { dir: 'auto' })}
          value={words}
          maxLength={200}
          placeholder={t('find')}
          aria-keyshortcuts="f"
          onChange={(event) => onWords(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </label>
      <ToggleButton className="button tree" isSelected={isTree} onChange={onTree}>
        <ListTree aria-hidden size="1.15em" className="mirrors" />
        <span className="wide-only">{t('as-exchanges')}</span>
      </ToggleButton>
      {found !== null && (
        <span className="found" role="status">
          {t('found', { count: found })}
        </span>
      )}
    </div>
  );
}
