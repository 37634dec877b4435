import { isHttps, type IdentityConfig } from './config.js';
import { ABSOLUTE_SECONDS } from './lifetimes.js';
import { isSame, signatureOf } from './token.js';

/** `__Host-` binds a cookie to this very host; browsers refuse it over http, where the plain name serves. */
export function cookiePrefix(config: IdentityConfig): string {
  return isHttps(config) ? '__Host-kurultai' : 'kurultai';
}

/** The session cookie, in better-auth’s own format (`token.signature`, percent-encoded), so that either side reads the other’s. */
export class SessionCookie {
  readonly name: string;
  private readonly secure: boolean;

  constructor(
    config: IdentityConfig,
    private readonly secret: string,
  ) {
    this.name = `${cookiePrefix(config)}.session_token`;
    this.secure = isHttps(config);
  }

  /** The token in a `Cookie` header, null when there is none or its signature is not ours. */
  read(header: string | undefined): string | null {
    const value = valueOf(header, this.name);
    const dot = value?.lastIndexOf('.') ?? -1;
    if (!value || dot < 1) return null;

    const token = value.slice(0, dot);
    return isSame(value.slice(dot + 1), signatureOf(token, this.secret)) ? token : null;
  }

  isIn(header: string | undefined): boolean {
    return valueOf(header, this.name) !== null;
  }

  /** `name=value` as a client sends it back. */
  pair(token: string): string {
    return `${this.name}=${encodeURIComponent(`${token}.${signatureOf(token, this.secret)}`)}`;
  }

  /** The value of a `Set-Cookie` header that signs in. */
  set(token: string): string {
    return `${this.pair(token)}; Max-Age=${ABSOLUTE_SECONDS}; ${this.attributes()}`;
  }

  /** The value of a `Set-Cookie` header that signs out. */
  clear(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes()}`;
  }

  private attributes(): string {
    return `Path=/; HttpOnly; ${this.secure ? 'Secure; ' : ''}SameSite=Lax`;
  }
}

function valueOf(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (part.slice(0, equals).trim() === name) return decoded(part.slice(equals + 1).trim());
  }
  return null;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
