import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { refusal } from '../../domain/panel/refusals.js';
import { isPlainMessage } from '../intents/plain.js';
import { Refused } from './refused.js';

const BYTES = 64 * 1024;

/** JSON bodies of at most 64 KiB that are plain messages, never inflated. A body of any other type stays unread. */
export function bodies(): readonly RequestHandler[] {
  return [express.json({ limit: BYTES, strict: true, inflate: false }), plain];
}

function plain(req: Request, _res: Response, next: NextFunction): void {
  if (req.body === undefined || isPlainMessage(req.body)) return next();
  next(new Refused(refusal('bad-request', { message: 'Send a JSON object, at most eight levels deep.' })));
}
