/** The playhead and how it moves. Times are of the record, ms since 1970; `dt` is of the reader’s own clock. */
export interface Player {
  readonly time: number;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly skipsSilence: boolean;
  /** A silence that is being crossed quickly. */
  readonly crossing: Crossing | null;
  /** It plays, but what comes next is not here yet. */
  readonly isWaiting: boolean;
}

export interface Crossing {
  readonly from: number;
  readonly to: number;
  /** ms of the reader’s clock it has taken so far, and takes. */
  readonly spent: number;
  readonly takes: number;
}

/** What is played. */
export interface Track {
  readonly start: number;
  readonly end: number;
  /** Up to here it can be played by now. */
  readonly until: number;
  /** When the next thing happens after an instant; null where nothing more is known of. */
  nextAfter(time: number): number | null;
}

export const SPEEDS = [0.5, 1, 2, 4, 8, 16, 32, 64] as const;
export type Speed = (typeof SPEEDS)[number];

/** A silence is skipped when waiting for its end would take longer than this, and it is one at all. */
const PATIENCE_MS = 2_000;
const SHORTEST_SILENCE_MS = 5_000;
const CROSSING_MS = 1_200;
const SHORTEST_CROSSING_MS = 160;
/** A hidden tab has no frames: the replay stood still meanwhile. */
const LONGEST_FRAME_MS = 250;

export function stopped(time: number): Player {
  return { time, isPlaying: false, speed: 1, skipsSilence: false, crossing: null, isWaiting: false };
}

export function advance(player: Player, frame: number, track: Track): Player {
  if (!player.isPlaying) return player;
  const dt = Math.min(frame, LONGEST_FRAME_MS);
  if (player.crossing) return across(player, player.crossing, dt);

  const next = track.nextAfter(player.time) ?? (track.until >= track.end ? track.end : null);
  if (next !== null && next <= track.until && isLong(player, next - player.time)) {
    const takes = Math.max(SHORTEST_CROSSING_MS, CROSSING_MS / Math.sqrt(player.speed));
    return across(player, { from: player.time, to: next, spent: 0, takes }, dt);
  }
  const time = Math.min(player.time + dt * player.speed, track.until);
  if (time >= track.end) return { ...player, time: track.end, isPlaying: false, isWaiting: false };
  return { ...player, time: Math.max(time, player.time), isWaiting: time >= track.until };
}

export function faster(speed: Speed, by: 1 | -1): Speed {
  return SPEEDS[SPEEDS.indexOf(speed) + by] ?? speed;
}

function isLong({ skipsSilence, speed }: Player, silence: number): boolean {
  return skipsSilence && silence > Math.max(SHORTEST_SILENCE_MS, PATIENCE_MS * speed);
}

function across(player: Player, crossing: Crossing, dt: number): Player {
  const { from, to, takes } = crossing;
  const spent = crossing.spent + dt;
  if (spent >= takes) return { ...player, time: to, crossing: null };
  return { ...player, time: from + ((to - from) * spent) / takes, crossing: { ...crossing, spent } };
}
