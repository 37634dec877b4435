import type { GroupTerms } from '../../domain/panel/events.js';
import type { ListProblem } from '../../domain/wire/accreditation.js';
import type { Reply } from '../../domain/wire/protocol.js';
import { call } from './api.js';

type Answered<T> = Promise<Reply<T> | null>;
type Nothing = Record<string, never>;

/** What somebody counts for in one forum, and what they might. */
export interface OwnForum {
  readonly forumId: string;
  readonly title: string;
  readonly groups: readonly Pick<GroupTerms, 'id' | 'title' | 'source'>[];
  readonly claims: readonly OwnClaim[];
}

export interface OwnClaim {
  readonly group: string;
  readonly attested: boolean;
  readonly source: 'accreditation' | 'invitation' | 'code' | 'self';
}

export function ownClaims(): Answered<readonly OwnForum[]> {
  return call('/claims');
}

export function declareClaim(forumId: string, group: string): Answered<Nothing> {
  return call('/claims', { forumId, group });
}

export function withdrawClaim(forumId: string, group: string): Answered<Nothing> {
  return call('/claims/withdraw', { forumId, group });
}

export function redeemCode(code: string): Answered<{ readonly forumId: string; readonly group: string }> {
  return call('/claims/code', { code });
}

export interface ForumGroups {
  readonly groups: readonly GroupTerms[];
  /** null: fewer than ten. */
  readonly people: Readonly<Record<string, number | null>>;
  readonly codes: Readonly<Record<string, number | null>>;
}

/** Whether there are any: told to everybody, unlike which. */
export function anyGroups(forumId: string): Answered<{ readonly any: boolean }> {
  return call(`${below(forumId)}/any`);
}

export function groupsOfForum(forumId: string): Answered<ForumGroups> {
  return call(below(forumId));
}

export function setGroupsOfForum(forumId: string, groups: readonly GroupTerms[]): Answered<Nothing> {
  return call(below(forumId), { groups });
}

export interface CodesWish {
  readonly group: string;
  readonly count: number;
  /** The same until it is answered: an answer that was lost is said again. */
  readonly requestId: string;
}

/** Told this once. */
export function makeCodes(forumId: string, wish: CodesWish): Answered<{ readonly codes: readonly string[] }> {
  return call(`${below(forumId)}/codes`, wish);
}

export interface GroupOffer {
  readonly groups: readonly string[];
  readonly panelId: string;
  readonly maxUses: number;
  readonly requestId: string;
}

/** Told this once. */
export function inviteWithGroups(forumId: string, offer: GroupOffer): Answered<{ readonly link: string }> {
  return call(`${below(forumId)}/invitation`, offer);
}

/** A part of a list of people, with the line of headings. */
export interface ListPart {
  readonly csv: string;
  readonly line: number;
}

export interface ListPreview {
  readonly columns: Readonly<Partial<Record<'name' | 'email' | 'country' | 'groups' | 'languages', string>>>;
  readonly people: number;
  readonly problems: readonly ListProblem[];
}

export interface TakenPerson {
  readonly line: number;
  readonly name: string;
  readonly email: string | null;
  /** null: they count already. */
  readonly link: string | null;
}

export function previewList(forumId: string, part: ListPart): Answered<ListPreview> {
  return call(`${below(forumId)}/accreditation/preview`, part);
}

/** The links are told this once. `requestId`: the same for all parts of a list, also for one that is sent again. */
export function takeList(
  forumId: string,
  part: ListPart & { readonly panelId: string; readonly requestId: string },
): Answered<readonly TakenPerson[]> {
  return call(`${below(forumId)}/accreditation`, part);
}

function below(forumId: string): string {
  return `/forums/${encodeURIComponent(forumId)}/groups`;
}
