import { ChevronLeft, ChevronRight, FastForward, Keyboard, Link2, Pause, Play } from 'lucide-react';
import { memo } from 'react';
import { Button as AriaButton, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Player, type Speed, SPEEDS } from '../../connection/replay-player.js';
import { IconButton } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { Kbd } from '../../ui/kbd.js';
import type { Moves } from './use-moves.js';

export interface ControlsProps extends Pick<Player, 'isPlaying' | 'speed' | 'skipsSilence'> {
  readonly moves: Moves;
}

/** Not drawn anew with every moment that is played. */
export const Controls = memo(function Controls({ isPlaying, speed, skipsSilence, moves }: ControlsProps) {
  const { t } = useTranslation('replay');
  const PlayIcon = isPlaying ? Pause : Play;

  return (
    <div className="controls" role="group" aria-label={t('controls')}>
      <div className="steps">
        <IconButton
          icon={ChevronLeft}
          mirrors
          label={t('previous-item')}
          onPress={moves.previous}
          aria-keyshortcuts="k"
        />
        <AriaButton
          className="button primary play"
          aria-label={t(isPlaying ? 'pause' : 'play')}
          aria-keyshortcuts="Space"
          onPress={moves.toggle}
        >
          <PlayIcon aria-hidden size="1.4em" className="mirrors" />
        </AriaButton>
        <IconButton icon={ChevronRight} mirrors label={t('next-item')} onPress={moves.next} aria-keyshortcuts="j" />
      </div>
      <Select<`${Speed}`>
        label={t('speed')}
        isLabelUnseen
        value={`${speed}`}
        onChange={(chosen) => moves.setSpeed(SPEEDS.find((one) => `${one}` === chosen) ?? 1)}
        options={SPEEDS.map((one) => ({ value: `${one}`, label: t('times', { speed: one }) }))}
      />
      <ToggleButton
        className="button skips"
        isSelected={skipsSilence}
        onChange={moves.toggleSilence}
        aria-keyshortcuts="s"
      >
        <FastForward aria-hidden size="1.15em" className="mirrors" />
        <span className="wide-only">{t('skip-silence')}</span>
        <Kbd name="s" />
      </ToggleButton>
      <div className="more">
        <IconButton icon={Link2} label={t('copy-link')} onPress={moves.copyLink} aria-keyshortcuts="c" />
        <IconButton icon={Keyboard} label={t('keys-title')} onPress={moves.help} aria-keyshortcuts="?" />
      </div>
    </div>
  );
});
