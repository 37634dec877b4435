import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Axis } from '../../connection/replay-axis.js';
import type { ReplayShown } from '../../connection/replay-shown.js';
import type { ReplayStore } from '../../connection/replay-store.js';
import { Progress } from '../../ui/waiting.js';
import { Clocks, useInto } from './clocks.js';
import { Controls } from './controls.js';
import { Timeline } from './timeline.js';
import type { Densities } from './use-densities.js';
import type { Moves } from './use-moves.js';
import { useSkipped } from './use-summaries.js';

export interface DockProps {
  readonly shown: ReplayShown;
  readonly store: ReplayStore;
  readonly axis: Axis;
  readonly moves: Moves;
  readonly densities: Densities;
}

/** What one plays with, at the bottom, where thumbs are. */
export function Dock({ shown, store, axis, moves, densities }: DockProps) {
  const { loaded, player } = shown;
  const { isPlaying, speed, skipsSilence } = player;

  return (
    <div className="dock">
      <State shown={shown} axis={axis} />
      <Timeline
        store={store}
        axis={axis}
        density={densities.density}
        found={densities.found}
        bands={densities.bands}
        until={loaded.until}
        onSeek={moves.seek}
      />
      <Clocks store={store} axis={axis} />
      <Controls {...{ isPlaying, speed, skipsSilence, moves }} />
    </div>
  );
}

/** One line, where there is something to say. */
function State({ shown, axis }: { readonly shown: ReplayShown; readonly axis: Axis }) {
  const { t } = useTranslation('replay');
  const into = useInto();
  const skipped = useSkipped(shown);
  const { loaded, player, isReached } = shown;

  if (skipped !== null) return <p className="state skipped">{skipped}</p>;
  if (!isReached && !loaded.isWhole) {
    return (
      <p className="state" role="status">
        <CloudOff aria-hidden size="1.15em" />
        {t('unreached', { time: into(loaded.until - axis.origin) })}
      </p>
    );
  }
  if (loaded.isWhole) return null;
  const label = t(player.isWaiting ? 'waiting' : 'loaded', { have: loaded.entries, of: loaded.of });
  return (
    <div className="state">
      <Progress label={label} value={loaded.entries} of={loaded.of} />
    </div>
  );
}
