import type { Outgoing } from '../../../connection/outgoing.js';

export type Submission = Outgoing & { readonly type: 'submit' };
export type Change = Outgoing & { readonly type: 'edit' | 'resubmit' | 'withdraw' };

export function isSubmission(one: Outgoing): one is Submission {
  return one.type === 'submit';
}
