/**
 * A word between processes that a panel has moved. Only ever a hint: whoever hears one reads the rows. Losing hints costs
 * latency, forged ones cost a read.
 */
export interface Hints {
  announce(panelId: string, panelSeq: number): void;
  onHint(listener: (panelId: string, panelSeq: number) => void): void;
}

export const NO_HINTS: Hints = { announce: () => undefined, onHint: () => undefined };
