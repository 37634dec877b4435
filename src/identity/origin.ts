import { allowedOrigins, type IdentityConfig } from './config.js';

export interface OriginHeaders {
  readonly origin?: string | undefined;
  readonly cookie?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

/**
 * May a request with these headers change something? A browser must speak from an allowed origin. Without an origin only
 * programs may, which send no session cookie, and pages of our own that say so by `Sec-Fetch-Site`.
 */
export class OriginRule {
  private readonly allowed: ReadonlySet<string>;

  constructor(
    config: IdentityConfig,
    private readonly hasSession: (cookieHeader: string | undefined) => boolean,
  ) {
    this.allowed = allowedOrigins(config);
  }

  allows(headers: OriginHeaders): boolean {
    if (headers.origin !== undefined) return this.allowed.has(headers.origin);
    const site = headers['sec-fetch-site'];
    return site === undefined ? !this.hasSession(headers.cookie) : site === 'same-origin';
  }
}
