import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  readonly on: (done: number, all: number) => void;
  readonly end: () => void;
}

/** A bar on stderr where a person looks at it; nothing anywhere else. */
export function progressOf(what: string): Progress {
  if (!process.stderr.isTTY) return { on: () => undefined, end: () => undefined };

  const bar = new SingleBar(
    {
      format: `${what} {bar} {percentage}% · {value}/{total} · {eta_formatted} left`,
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  let begun = false;
  return {
    on(done, all) {
      if (!begun) bar.start(all, done);
      else bar.update(done);
      begun = true;
    },
    end() {
      if (begun) bar.stop();
    },
  };
}
