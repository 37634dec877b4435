export interface OidcConfig {
  /** The issuer’s address; discovery is read from `/.well-known/openid-configuration` below it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the sign-in button says. */
  readonly name?: string | undefined;
}

/** What this room must be told. Provided by the app module through `IdentityModule.with`. */
export abstract class IdentityConfig {
  /** Without a trailing slash. Cookies are `Secure` and `__Host-` when it is https. */
  abstract readonly publicUrl: string;
  /** Exact origins a browser may speak from; the public URL’s own is always among them. */
  abstract readonly origins: readonly string[];
  abstract readonly dataFolder: string;
  abstract readonly oidc?: OidcConfig | null | undefined;
  /** How many reverse proxies stand before this server; 0 believes no `X-Forwarded-*` header. */
  abstract readonly trustProxyHops: number;
  /** Instead of the key file in the data folder. */
  abstract readonly operatorKey?: string | null | undefined;
}

export function isHttps(config: IdentityConfig): boolean {
  return config.publicUrl.startsWith('https://');
}

export function allowedOrigins(config: IdentityConfig): ReadonlySet<string> {
  return new Set([new URL(config.publicUrl).origin, ...config.origins]);
}
