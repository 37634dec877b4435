import { refusal } from '../../../domain/panel/refusals.js';
import type { Identity, Session } from '../types.js';
import { Refusing } from './answer.js';

interface WithHeaders {
  readonly headers: { readonly cookie?: string | undefined };
}

export function callerOf(identity: Identity, request: WithHeaders): Promise<Session | null> {
  return identity.session(request.headers);
}

/** @throws Refusing `not-signed-in`. */
export async function signedIn(identity: Identity, request: WithHeaders): Promise<Session> {
  const session = await callerOf(identity, request);
  if (!session) throw new Refusing(refusal('not-signed-in', { message: 'Sign in first.' }));
  return session;
}
