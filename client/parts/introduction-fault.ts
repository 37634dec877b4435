import i18next from 'i18next';
import type { Refusal } from '../../domain/panel/refusals.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { Introduction } from '../connection/api.js';
import { nameFault } from './name-fault.js';
import { refusalText } from './refusal-text.js';

export type Field = keyof Introduction;

export interface Fault {
  /** null: it is about none of the fields. */
  readonly field: Field | null;
  readonly text: string;
}

/** Why somebody could not come in, said at the field it is about. */
export async function faultOf(reply: Reply<unknown> | null, given: Introduction): Promise<Fault | null> {
  if (reply?.ok) return null;
  if (reply === null) return { field: null, text: i18next.t('unreachable') };

  const { refusal } = reply;
  const { field } = refusal;
  if (field === 'name' || field === 'affiliation') return { field, text: await nameFault(field, given[field] ?? '') };
  if (field === 'email' || field === 'password') return { field, text: accountFault(refusal, field) };
  return { field: null, text: refusalText(refusal) };
}

function accountFault(refusal: Refusal, field: 'email' | 'password'): string {
  const ns = 'doors';
  if (refusal.code === 'bad-invitation') return i18next.t('fault-other-address', { ns });
  if (refusal.code === 'not-allowed') return i18next.t('fault-no-password', { ns });
  if (refusal.code !== 'bad-request') return refusalText(refusal);
  return field === 'email' ? i18next.t('fault-email', { ns }) : i18next.t('fault-password', { ns });
}
