import type { MineView } from '../../domain/wire/views.js';
import type { Board } from './board.js';
import type { Answered, Outbox } from './outbox.js';
import type { Outgoing } from './outgoing.js';
import type { PanelMine } from './panel-mine.js';
import type { PanelShown } from './panel-shown.js';

/** The forum tells of one’s own items within a moment of storing them; after that they are asked for. */
const TOLD_WITHIN_MS = 1500;

/** The outbox as one panel shows it: what the forum took stays until it is seen among one’s own items. */
export class PanelOutbox {
  private leaving: readonly Answered[] = [];

  constructor(
    private readonly panelId: string,
    private readonly outbox: Outbox,
    private readonly mine: PanelMine,
    private readonly board: Board<PanelShown>,
  ) {}

  /** Until the returned function is called. */
  open(): () => void {
    const stop = this.outbox.hear({ changed: () => this.show(), answered: (answered) => this.onAnswered(answered) });
    void this.outbox.look();
    return stop;
  }

  /** Nothing is drawn where nothing changed. */
  show(): void {
    this.leaving = this.leaving.filter((one) => !isAmong(this.mine.view, one));
    const kept = this.outbox.of(this.panelId);
    const leaving = this.leaving.map(({ outgoing }) => outgoing);
    const outbox = leaving.length === 0 ? kept : [...leaving.filter(notIn(kept)), ...kept];
    const { isDurable } = this.outbox;
    const { current } = this.board;
    if (same(current.outbox, outbox) && current.outboxIsDurable === isDurable) return;
    this.board.show({ outbox, outboxIsDurable: isDurable });
  }

  private onAnswered(answered: Answered): void {
    const { outgoing } = answered;
    if (outgoing.panelId !== this.panelId) return;
    if (outgoing.type === 'castVote') return this.mine.voted(outgoing.body.contributionId, outgoing.body.choice);
    if (isAmong(this.mine.view, answered)) return;
    this.leaving = [...this.leaving, answered];
    setTimeout(() => void this.giveUp(answered), TOLD_WITHIN_MS);
  }

  private async giveUp(answered: Answered): Promise<void> {
    if (!this.leaving.includes(answered)) return;
    await this.mine.ask();
    this.leaving = this.leaving.filter((one) => one !== answered);
    this.show();
  }
}

function isAmong(mine: MineView | null, { outgoing, value }: Answered): boolean {
  const { items = [], proposals = [] } = mine ?? {};
  const itemOf = (id: string) => items.find(({ contributionId }) => contributionId === id);
  switch (outgoing.type) {
    case 'submit':
      return items.some(({ contributionId }) => contributionId === idIn(value, 'contributionId'));
    case 'proposeThread':
      return proposals.some(({ threadId }) => threadId === idIn(value, 'threadId'));
    case 'edit':
      return itemOf(outgoing.body.contributionId)?.text === outgoing.body.text;
    case 'resubmit':
      return itemOf(outgoing.body.contributionId)?.standing !== 'revise';
    case 'withdraw':
      return itemOf(outgoing.body.contributionId)?.standing === 'withdrawn';
    case 'castVote':
      return true;
  }
}

function idIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : null;
}

function notIn(kept: readonly Outgoing[]): (one: Outgoing) => boolean {
  return ({ id }) => !kept.some((one) => one.id === id);
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
