import { v7 as newId } from 'uuid';
import type { Role, SeatId } from '../../domain/panel/roles.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { PanelSummary, Person } from '../../domain/wire/views.js';
import { call } from './api.js';

export interface Seated extends Omit<Person, 'role'> {
  readonly seat: SeatId;
  readonly roles: readonly Role[];
}

export interface Invitation {
  readonly invitationId: string;
  readonly role: Role;
  readonly panelId: string | null;
  readonly maxUses: number;
  readonly uses: number;
  readonly expiresAt: number;
  readonly revoked: boolean;
}

export interface InvitationOffer {
  readonly role: Role;
  readonly forumId: string;
  readonly panelId: string;
  readonly maxUses: number;
  readonly hours: number;
}

export interface PanelDraft {
  readonly title: string;
  readonly description: string;
  readonly languages: readonly string[];
  readonly access: 'open' | 'invitation';
}

type Answered<T> = Promise<Reply<T> | null>;

export function summaryOf(panelId: string): Answered<PanelSummary> {
  return call(`/panels/${encodeURIComponent(panelId)}`);
}

/** Who has this role in a panel, whether they spoke yet or not. */
export function seatsOf(panelId: string, role: Role): Answered<readonly Seated[]> {
  return call(`/panels/${encodeURIComponent(panelId)}/seats?role=${role}`);
}

/** Those to one panel; without one, all of a forum, for those who invite to it as a whole. */
export function invitationsOf(forumId: string, panelId?: string): Answered<readonly Invitation[]> {
  return call(`/invitations?${new URLSearchParams({ forumId, ...(panelId ? { panelId } : {}) }).toString()}`);
}

/** The link is told this once: the server keeps no token. */
export function invite(offer: InvitationOffer): Answered<{ readonly invitationId: string; readonly link: string }> {
  return call('/invitations', offer);
}

export function revoke(invitationId: string): Answered<Record<string, never>> {
  return call('/invitations/revoke', { invitationId });
}

/** Ids for one new panel: asking again with the same ones makes nothing twice. */
export function newPanelIds(): { readonly panelId: string; readonly intentId: string } {
  return { panelId: newId(), intentId: newId() };
}

export function makePanel(
  forumId: string,
  ids: { readonly panelId: string; readonly intentId: string },
  draft: PanelDraft,
): Answered<PanelSummary> {
  return call(`/forums/${encodeURIComponent(forumId)}/panels`, { ...ids, ...draft });
}

/** What a host changed and has not saved, on this device. */
export function keptChanges(panelId: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(changesKey(panelId)) ?? 'null');
  } catch {
    return null;
  }
}

export function keepChanges(panelId: string, changes: object): void {
  try {
    if (Object.keys(changes).length === 0) localStorage.removeItem(changesKey(panelId));
    else localStorage.setItem(changesKey(panelId), JSON.stringify(changes));
  } catch {
    // Where nothing can be kept it lives as long as the page.
  }
}

function changesKey(panelId: string): string {
  return `panel-changes/${panelId}`;
}
