import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lastVotes, votesOf } from './ballots.js';
import { alike, canCompare } from './likeness.js';
import { cardsSeen, cardsShown, showCards, type Showing } from './showings.js';
import type { VotingLog } from './voting.js';

/** Who was shown what and voted how, and which texts are alike. */
@Injectable()
export class SqlVoting implements VotingLog {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  seen(panelId: string, seat: string) {
    return cardsSeen(this.db, panelId, seat);
  }

  shown(panelId: string) {
    return cardsShown(this.db, panelId);
  }

  show(showings: readonly Showing[]) {
    return showCards(this.db, showings);
  }

  votesOf(panelId: string, seat: string) {
    return votesOf(this.db, panelId, seat);
  }

  lastVotes(panelId: string) {
    return lastVotes(this.db, panelId);
  }

  canCompare() {
    return canCompare(this.db);
  }

  alike(...[panelId, among, atLeast]: Parameters<VotingLog['alike']>) {
    return alike(this.db, panelId, among, atLeast);
  }
}
