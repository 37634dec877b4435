import type { Choice } from '../../domain/panel/events.js';
import type { MineChange, MineView } from '../../domain/wire/views.js';
import type { Board } from './board.js';
import type { Line } from './line.js';
import type { PanelShown } from './panel-shown.js';

/** A place in line moves with what others do, which nobody is pushed. */
const LOOK_AGAIN_MS = 20_000;

/** One’s own items in a panel: asked for whole, then kept in step by changes that follow on; while one waits, asked for again. */
export class PanelMine {
  private isOpen = false;
  private soon: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly panelId: string,
    private readonly line: Line,
    private readonly board: Board<PanelShown>,
    private readonly changed: () => void,
  ) {}

  get view(): MineView | null {
    return this.board.current.mine;
  }

  open(): () => void {
    this.isOpen = true;
    this.lookAgain();
    return () => {
      this.isOpen = false;
      clearTimeout(this.soon);
    };
  }

  async ask(): Promise<void> {
    const reply = await this.line.ask('mine', { panelId: this.panelId });
    if (reply?.ok) this.show(reply.value);
    else this.lookAgain();
  }

  hear(change: MineChange): void {
    const mine = this.view;
    if (mine && change.revision <= mine.revision) return;
    if (!mine || change.previous !== mine.revision) return void this.ask();
    this.show({
      ...mine,
      revision: change.revision,
      items: merged(mine.items, change.items, (item) => item.contributionId),
      proposals: merged(mine.proposals, change.proposals, (proposal) => proposal.threadId),
    });
  }

  /** Votes are pushed to nobody, not even to who cast them. */
  voted(contributionId: string, choice: Choice): void {
    const mine = this.view;
    if (mine) this.show({ ...mine, votes: { ...mine.votes, [contributionId]: choice } });
  }

  private show(mine: MineView): void {
    this.board.showSoon({ mine });
    this.changed();
    this.board.show({});
    this.lookAgain();
  }

  private lookAgain(): void {
    clearTimeout(this.soon);
    const waits = this.view?.items.some(({ turn }) => turn !== null) ?? false;
    if (!this.isOpen || !waits) return;
    this.soon = setTimeout(() => {
      if (this.line.state === 'live') void this.ask();
      else this.lookAgain();
    }, LOOK_AGAIN_MS);
  }
}

function merged<T>(held: readonly T[], changed: readonly T[], idOf: (one: T) => string): T[] {
  const byId = new Map(held.map((one) => [idOf(one), one]));
  for (const one of changed) byId.set(idOf(one), one);
  return [...byId.values()];
}
