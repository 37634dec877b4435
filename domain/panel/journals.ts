import type { DocketEvent, Journal, PanelEvent, RecordEvent } from './events.js';

const DOCKET_TYPES: Readonly<Record<DocketEvent['type'], true>> = {
  Submitted: true,
  Edited: true,
  Resubmitted: true,
  Withdrawn: true,
  Lapsed: true,
  ThreadProposalLapsed: true,
  Taken: true,
  LeaseRenewed: true,
  Released: true,
  Escalated: true,
  Decided: true,
  DecisionUndone: true,
  DecisionReversed: true,
  Looked: true,
  Appealed: true,
  AppealAnswered: true,
  Noted: true,
  Recused: true,
  Screened: true,
  ProfileRenewed: true,
  FloorAsked: true,
  FloorLeft: true,
  FloorDeclined: true,
  FloorYielded: true,
  FloorCalled: true,
  MergeProposed: true,
  MergeAnswered: true,
  ThreadProposed: true,
  ThreadProposalDecided: true,
};

/** The journal an event belongs to. An unknown type belongs to the record: an older reader passes it by. */
export function journalOf(event: PanelEvent): Journal {
  return isDocketEvent(event) ? 'docket' : 'record';
}

export function isDocketEvent(event: PanelEvent): event is DocketEvent {
  return Object.hasOwn(DOCKET_TYPES, event.type);
}

export function isRecordEvent(event: PanelEvent): event is RecordEvent {
  return !isDocketEvent(event);
}
