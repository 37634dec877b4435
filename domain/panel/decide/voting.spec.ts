import { describe, it } from '@jest/globals';
import { given } from '../../testing/given.js';
import { panelClosed, panelOpened, panelPaused, published } from '../../testing/facts.js';
import { moderator, observer, otherParticipant, participant } from '../../testing/people.js';

const agreeing = { type: 'castVote', contributionId: 'c1', choice: 'agree' } as const;
const standing = given(panelOpened, published('c1'));

describe('voting', () => {
  it('[C13] goes to the ballots and leaves no fact in either journal', () => {
    for (const actor of [participant, otherParticipant, moderator]) {
      standing
        .when(actor, agreeing)
        .then()
        .casts({ contributionId: 'c1', seat: actor.seat, choice: 'agree' })
        .answers({});
    }
  });

  it('[C13] goes on while the panel is paused, and ends with the close', () => {
    standing.and(panelPaused).when(participant, agreeing).answers({});
    standing.and(panelClosed).when(participant, agreeing).refuses('panel-not-open');
  });

  it('[C13] is not for observers', () => {
    standing.when(observer, agreeing).refuses('not-allowed');
  });
});
