import helmet from 'helmet';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const SELF = ["'self'"];
const NONE = ["'none'"];

const PAGES = {
  'default-src': NONE,
  'script-src': SELF,
  'style-src': SELF,
  'connect-src': SELF,
  'img-src': ["'self'", 'data:'],
  'font-src': SELF,
  'manifest-src': SELF,
  'base-uri': NONE,
  'object-src': NONE,
  'frame-ancestors': NONE,
  'form-action': SELF,
  'require-trusted-types-for': ["'script'"],
};

/** On every answer, errors included. HSTS only where the request came by https: on http it would be ignored or harmful. */
export function securityHeaders(isHttps: boolean): RequestHandler {
  const common = {
    contentSecurityPolicy: { useDefaults: false, directives: PAGES },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  } as const;
  const plain = helmet({ ...common, strictTransportSecurity: false });
  const secure = helmet({ ...common, strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false } });

  return (req: Request, res: Response, next: NextFunction) => {
    res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()');
    (isHttps || req.secure ? secure : plain)(req, res, next);
  };
}

/**
 * The documentation page alone goes without trusted types: Swagger UI writes HTML into its own page. Its scripts are files
 * of our origin and it loads nothing from elsewhere.
 */
export function documentationPolicy(): RequestHandler {
  const { 'require-trusted-types-for': _, ...directives } = PAGES;
  return helmet.contentSecurityPolicy({ useDefaults: false, directives });
}
