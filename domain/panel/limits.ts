/** Every limit of a panel has its one home here. Lengths are graphemes, times milliseconds, unless said otherwise. */
export const TEXT_MAX = 4000;
export const TITLE_MAX = 200;
export const NOTE_MAX = 2000;
export const NAME_MAX = 40;
export const AFFILIATION_MAX = 80;
export const RULES_MAX = 30;
export const LANGUAGES_MAX = 12;

/** How long a decision can be taken back as if it had not been made. */
export const UNDO_MS = 10_000;
/** So long after it began to wait, a text may become any other without losing its wait. */
export const EDIT_FREELY_MS = 60_000;
/** How long a moderator holds an item before it is offered to others again. */
export const LEASE_MS = 120_000;
/** How long an item that was handed on is kept for hosts before other moderators are offered it too. */
export const ESCALATION_MS = 600_000;
/** How long something else may come before a second look that is due. */
export const LOOK_LAG_MS = 300_000;
/** How many items a moderator can pass over in one go. */
export const PASSING_MAX = 50;

/** How long after a decision its author may appeal: six months (DSA art. 20). */
export const APPEAL_MS = 183 * 86_400_000;
/** Where somebody waits longer than this to be read, not every decline gets a second look. */
export const BACKLOG_MS = 600_000;
/** How soon somebody else is to look at what one moderator has hidden; after that it comes before all else. */
export const HIDDEN_LOOK_MS = 600_000;
/** How many items one act decides on. */
export const BULK_MAX = 100;
/** How many waiting items a moderator is shown to choose from. */
export const BULK_LIST_MAX = 300;
/** Of which times the desk tells how much came in. */
export const INBOUND_MS = 600_000;

/** How many contributions an item answers are shown with it at the desk, counted back from the nearest. */
export const EXCHANGE_MAX = 20;
/** How many items of each other moderator are shown in short, and how much of each: graphemes. */
export const ELSEWHERE_MAX = 3;
export const EXCERPT_MAX = 140;

export const SLOW_MODE_MAX_S = 3600;
/** What the panic key asks for at least. */
export const HOLDING_SLOW_MODE_S = 60;
/** More than this many pinned contributions would hide the conversation they stand above. */
export const PINNED_MAX = 5;

/** How long one turn on the floor is, in seconds, unless a host says otherwise. */
export const SLOT_S = 120;
export const SLOT_MIN_S = 10;
export const SLOT_MAX_S = 3600;
/** What somebody who asks to speak says it will be about: one line. */
export const SPEECH_NOTE_MAX = 200;
/** A floor on which more than this part of the speeches were chosen by hand is pointed out to who hosts. */
export const OVERRIDES_MANY = 0.2;
