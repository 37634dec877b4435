import type { Choice, HouseRule, PanelEvent, Tally } from '../../../domain/panel/events.js';
import type { Ballot } from '../../../domain/panel/outcome.js';
import type { Role, SeatId } from '../../../domain/panel/roles.js';
import { uuidOf } from './ids.js';
import type { Polis, PolisComment, PolisVote } from './read.js';
import { describe, LANGUAGE, nameOf, titleOf } from './words.js';

/** A conversation as a finished panel: everything the log, the seat table and the reports need to hold it. */
export interface PolisPanel {
  readonly panelId: string;
  readonly forumId: string;
  /** Lower-case hex; the same files give the same source. */
  readonly source: string;
  readonly events: readonly { readonly at: number; readonly event: PanelEvent }[];
  readonly ballots: readonly (Ballot & { readonly at: number })[];
  readonly seats: readonly { readonly seat: SeatId; readonly name: string; readonly role: Role }[];
}

/** The export does not say which rule was applied; the record must not pretend to know. */
export const IMPORTED_RULE: HouseRule = {
  id: 'imported-decision',
  title: 'Declined in the original conversation',
  text:
    'The moderators of the original conversation on Polis declined this contribution. Its export tells neither the rule ' +
    'they applied nor when they decided.',
};

export const CHOICES: Readonly<Record<PolisVote['vote'], Choice>> = { 1: 'agree', 0: 'pass', '-1': 'disagree' };

const TALLIES = 200;

/**
 * The history this conversation would have left behind as a panel, in order of time: ties by comment id, what is
 * published before what is voted on it. Ids come from the files’ content, so the same files always give the same panel.
 */
export function panelOf(polis: Polis, forumId: string): PolisPanel {
  const panelId = uuidOf('polis', polis.digest);
  const id = (kind: string, which: number | string) => uuidOf(panelId, kind, String(which));
  const threadId = id('thread', 0);
  const chair = id('seat', 'chair');
  const contribution = (comment: number) => id('contribution', comment);
  const seat = (person: number) => id('seat', person);

  const events: { at: number; event: PanelEvent }[] = [];
  const tell = (at: number, ...told: readonly PanelEvent[]) => events.push(...told.map((event) => ({ at, event })));

  tell(
    polis.firstAt,
    {
      type: 'PanelDrafted',
      forumId,
      title: titleOf(polis),
      description: describe(polis),
      languages: [LANGUAGE],
      rules: [IMPORTED_RULE],
    },
    { type: 'PublicationSet', mode: 'before', trustedAfter: 0 },
    { type: 'PanelOpened' },
    { type: 'ThreadOpened', threadId, body: { title: titleOf(polis), lang: LANGUAGE, author: chair } },
  );

  const count = new Count(contribution);
  const every = Math.max(1, Math.ceil(polis.votes.length / (TALLIES - 1)));
  const comments = [...polis.comments];
  polis.votes.forEach((vote, index) => {
    while (comments[0] && comments[0].at <= vote.at) publish(comments.shift());
    count.add(vote);
    if ((index + 1) % every === 0) tell(vote.at, ...count.changes());
  });
  comments.forEach(publish);
  tell(polis.lastAt, ...count.changes(), { type: 'PanelClosed' }, { type: 'PanelArchived' });

  function publish(comment: PolisComment | undefined): void {
    if (!comment) return;
    tell(
      comment.at,
      ...story(comment, { contributionId: contribution(comment.id), threadId, chair, author: seat(comment.author) }),
    );
    if (comment.moderated === 1) count.publish(comment.id);
  }

  const authors = [...new Set(polis.comments.map((comment) => comment.author))].sort((a, b) => a - b);
  return {
    panelId,
    forumId,
    source: polis.digest,
    events,
    ballots: polis.votes.map((vote) => ({
      contributionId: contribution(vote.comment),
      seat: seat(vote.voter),
      choice: CHOICES[vote.vote],
      at: vote.at,
    })),
    seats: [
      { seat: chair, name: 'Original moderation', role: 'moderator' },
      ...authors.map((author) => ({ seat: seat(author), name: nameOf(author), role: 'participant' as const })),
    ],
  };
}

interface Around {
  readonly contributionId: string;
  readonly threadId: string;
  readonly chair: SeatId;
  readonly author: SeatId;
}

/** What happened to one comment, all at its own time: the export knows no other. */
function story(comment: PolisComment, { contributionId, threadId, chair, author }: Around): PanelEvent[] {
  const about = { contributionId, threadId, parentId: null, kind: 'comment' } as const;
  const body = { text: comment.text, lang: LANGUAGE, author };
  const submitted: PanelEvent = { type: 'Submitted', ...about, path: 'waiting', body };
  const decided = { type: 'Decided', contributionId, by: chair, body: { note: '' } } as const;

  switch (comment.moderated) {
    case 1:
      return [
        submitted,
        { ...decided, verdict: 'publish', rule: null },
        { type: 'ContributionPublished', ...about, body },
      ];
    case -1:
      return [submitted, { ...decided, verdict: 'decline', rule: IMPORTED_RULE }];
    case 0:
      return [submitted];
  }
}

/** Current tallies by the last vote of a person, and which published contributions’ numbers moved since last told. */
class Count {
  private readonly votes = new Map<
    number,
    { readonly of: Map<number, Choice>; agree: number; pass: number; disagree: number }
  >();
  private readonly published = new Set<number>();
  private readonly moved = new Set<number>();

  constructor(private readonly idOf: (comment: number) => string) {}

  add({ comment, voter, vote }: PolisVote): void {
    const votes = this.votes.get(comment) ?? { of: new Map<number, Choice>(), agree: 0, pass: 0, disagree: 0 };
    const earlier = votes.of.get(voter);
    if (earlier) votes[earlier]--;
    votes[CHOICES[vote]]++;
    votes.of.set(voter, CHOICES[vote]);
    this.votes.set(comment, votes);
    if (this.published.has(comment)) this.moved.add(comment);
  }

  publish(comment: number): void {
    this.published.add(comment);
    if (this.votes.has(comment)) this.moved.add(comment);
  }

  changes(): PanelEvent[] {
    const tallies = [...this.moved].sort((a, b) => a - b).map((comment) => this.tallyOf(comment));
    this.moved.clear();
    return tallies.length > 0 ? [{ type: 'Tallied', tallies }] : [];
  }

  private tallyOf(comment: number): Tally {
    const { agree = 0, pass = 0, disagree = 0 } = this.votes.get(comment) ?? {};
    return { contributionId: this.idOf(comment), agree, pass, disagree };
  }
}
