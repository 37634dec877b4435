import { v7 as newId } from 'uuid';
import type { Reply } from '../../domain/wire/protocol.js';
import { call } from './api.js';

/** From outside the panel. null: no answer came. */
export function appealThere(
  panelId: string,
  contributionId: string,
  note: string,
): Promise<Reply<Record<string, never>> | null> {
  const body = { intentId: newId(), contributionId, ...(note === '' ? {} : { note }) };
  return call(`/panels/${encodeURIComponent(panelId)}/intents/appeal`, body);
}
