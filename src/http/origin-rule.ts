import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { refusal } from '../../domain/panel/refusals.js';
import { Refused } from './refused.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A request that changes something and carries a cookie must come from one of these exact origins and say so: a cookie
 * travels with requests that other sites make.
 */
export function originRule(origins: readonly string[]): RequestHandler {
  const allowed = new Set(origins);
  return (req: Request, _res: Response, next: NextFunction) => {
    const { origin, cookie } = req.headers;
    const foreign = origin !== undefined && !allowed.has(origin);
    if (SAFE.has(req.method) || (!foreign && (origin !== undefined || cookie === undefined))) return next();
    next(new Refused(refusal('not-allowed', { message: 'This request does not come from an address of this forum.' })));
  };
}
