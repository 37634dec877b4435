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
export function securityHeaders(): RequestHandler {
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
    (req.secure ? secure : plain)(req, res, next);
  };
}

/**
 * The documentation page alone: Swagger UI writes HTML as React does, without trusted types, and inline styles into its
 * drawings. It loads nothing from elsewhere and its scripts are files of our own origin.
 */
export function documentationPolicy(): RequestHandler {
  const { 'require-trusted-types-for': _, ...directives } = PAGES;
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: { ...directives, 'style-src': ["'self'", "'unsafe-inline'"] },
  });
}
