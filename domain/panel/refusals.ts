/** Why an intent changed nothing. A value, never an exception. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The field of the intent at fault, where one is. */
  readonly field?: string;
  /** One sentence in plain English that says what to do. Clients translate by `code`. */
  readonly message: string;
  /** Milliseconds until trying again makes sense (`slow-mode`, `too-many`). */
  readonly retryInMs?: number;
  /** How many stand in the way (`appeals-wait`). */
  readonly count?: number;
}

export const REFUSALS = {
  'bad-request': 'The message does not have the shape this intent needs.',
  'bad-text': 'This text cannot be accepted as written.',
  'bad-name': 'This name cannot be accepted as written.',
  'no-such-report': 'The report of this panel is not published yet.',
  'report-too-late': 'What people counted for is deleted: no report can be published any more.',
  'not-signed-in': 'Join the panel first.',
  'not-allowed': 'Your role in this panel does not allow this.',
  'no-such-panel': 'There is no such panel.',
  'no-such-forum': 'There is no such forum.',
  'no-such-thread': 'There is no such thread in this panel.',
  'no-such-contribution': 'There is no such contribution in this panel.',
  'no-such-rule': 'Name one of the panel’s house rules.',
  'wrong-phase': 'The panel is not in a state that allows this.',
  'panel-not-open': 'The panel is not open for contributions right now.',
  'thread-closed': 'This thread is closed.',
  'parent-not-published': 'You can reply only to something that is published.',
  'slow-mode': 'Slow mode is on. Wait a moment before the next contribution.',
  'already-decided': 'This has been decided already.',
  'not-pending': 'This is not waiting any more.',
  'not-yours': 'This is not your contribution.',
  'not-held': 'Take the item first.',
  'held-by-another': 'Another moderator holds this item.',
  'own-contribution': 'Nobody decides on their own contribution.',
  involved: 'Somebody else has to look at this one.',
  'nothing-to-appeal': 'No decision restricts this contribution now.',
  'appeal-too-late': 'An appeal is possible within six months of the decision.',
  'appeals-wait': 'An appeal waits for its answer. Somebody not involved takes it at the desk and answers first.',
  'no-appeal': 'There is no appeal here to be answered.',
  'undo-too-late': 'The ten seconds for undo are over. Reverse the decision instead.',
  'nothing-to-undo': 'There is no decision of yours to undo here.',
  'not-published': 'This is not published.',
  'not-posed': 'This question has not been put to the panellists.',
  'already-so': 'It is so already.',
  'no-merge': 'Nothing here is merged or waits for a word on it.',
  'pins-full': 'No more can be pinned. Unpin one first.',
  'floor-closed': 'Nobody can ask to speak right now.',
  'no-such-request': 'There is no such request to speak.',
  'nobody-waits': 'Nobody waits to speak.',
  'nobody-speaks': 'Nobody has the floor.',
  'floor-moved': 'Somebody else has the floor by now, or nobody. Look who speaks, then choose again.',
  'not-in-turn': 'This is taken in the order of asking: nobody is let by.',
  'queue-in-use': 'People wait under this rule already: it stands until the panel is over.',
  'intent-mismatch': 'This intent id was used before with other content.',
  'too-many': 'Too many in a short time. Wait a moment.',
  'bad-invitation': 'This invitation is not valid (any more). Ask the host for a new one.',
  'bad-code': 'This code is not valid, or somebody used it already.',
  'one-per-axis': 'You count for another group of the same axis. Withdraw that first.',
  'name-taken': 'Somebody in this panel has a name that looks like this one.',
  unavailable: 'The forum cannot store anything right now. Your text is not stored yet: keep it and try again.',
  internal: 'Something went wrong on our side.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export function refusal(
  code: RefusalCode,
  more: { field?: string; message?: string; retryInMs?: number; count?: number } = {},
): Refusal {
  return { code, message: REFUSALS[code], ...more };
}
