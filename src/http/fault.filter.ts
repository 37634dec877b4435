import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import { refusal } from '../../domain/panel/refusals.js';
import { Refused } from './refused.js';

/** Logs a fault and answers its id. */
export type OnFault = (error: unknown, where: string) => string;

/** The one place where a fault meets a person: a refusal, its status, and nothing of what is inside. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  constructor(private readonly onFault: OnFault) {}

  catch(error: unknown, host: ArgumentsHost): void {
    answerFault(error, host.switchToHttp().getResponse<Response>(), this.onFault);
  }
}

/** Ends the response with what may be said of the error. */
export function answerFault(error: unknown, res: Response, onFault: OnFault): void {
  const { refusal: said, status } = refusedBy(error, onFault);
  // Half an answer must not look like a whole one.
  if (res.headersSent) return void res.destroy();

  res.status(status).removeHeader('ETag');
  res.set('Cache-Control', 'no-store');
  if (said.retryInMs !== undefined) res.set('Retry-After', String(Math.ceil(said.retryInMs / 1000)));
  res.json({ ok: false, refusal: said });
}

function refusedBy(error: unknown, onFault: OnFault): Refused {
  if (error instanceof Refused) return error;

  const status = statusOf(error);
  if (status !== null) return mistake(status);
  if (isOutage(error)) {
    onFault(error, 'http');
    return new Refused(refusal('unavailable', { retryInMs: 2_000 }));
  }
  return new Refused(refusal('internal', { message: `Something went wrong on our side (${onFault(error, 'http')}).` }));
}

function mistake(status: number): Refused {
  return new Refused(refusal('bad-request', { message: MISTAKES[status] ?? MISTAKES[400] }), status);
}

const MISTAKES = {
  400: 'The request cannot be understood.',
  404: 'There is nothing at this address.',
  405: 'This address does not allow this method.',
  413: 'The request is too large: at most 64 KiB.',
  415: 'Send JSON in UTF-8.',
} as Readonly<Record<number, string>> & { readonly 400: string };

/** The status of a mistake in the request itself, as Nest, Express and its parsers put it; null for anything else. */
function statusOf(error: unknown): number | null {
  if (error instanceof URIError) return 400;
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** The database cannot be reached or is shutting down: SQLSTATE classes 08, 53, 57P, or the connection itself. */
function isOutage(error: unknown): boolean {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = (cause as { cause?: unknown }).cause) {
    const { code, message } = cause as { code?: unknown; message?: unknown };
    if (OUTAGE_CODES.test(String(code)) || OUTAGE_MESSAGES.test(String(message))) return true;
  }
  return false;
}

const OUTAGE_CODES = /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/;
const OUTAGE_MESSAGES = /^(Connection terminated|timeout exceeded when trying to connect)/;
