import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import { refusal } from '../../domain/panel/refusals.js';
import { Refusing } from '../identity/http/answer.js';
import { Refused } from './refused.js';

/** Logs a fault and answers its id. */
export type OnFault = (error: unknown, where: string) => string;

/** The one place where a fault meets a person: a refusal, its status, and nothing of what is inside. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  constructor(
    private readonly onFault: OnFault,
    private readonly isOutage: (error: unknown) => boolean,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const res = host.switchToHttp().getResponse<Response>();
    const { refusal: said, status } = this.refusedBy(error);
    // Half an answer must not look like a whole one.
    if (res.headersSent) return void res.destroy();

    for (const header of OF_A_SUCCESS) res.removeHeader(header);
    res.status(status).set('Cache-Control', 'no-store');
    if (said.retryInMs !== undefined) res.set('Retry-After', String(Math.ceil(said.retryInMs / 1000)));
    res.json({ ok: false, refusal: said });
  }

  private refusedBy(error: unknown): Refused {
    if (error instanceof Refused) return error;
    if (error instanceof Refusing) return new Refused(error.refusal);

    const status = statusOf(error);
    if (status !== null) return mistake(status);

    const id = this.onFault(error, 'http');
    if (this.isOutage(error)) return new Refused(refusal('unavailable', { retryInMs: 2_000 }));
    return new Refused(refusal('internal', { message: `Something went wrong on our side (${id}).` }));
  }
}

/** Set by a handler before it failed. */
const OF_A_SUCCESS = ['ETag', 'Content-Disposition', 'Content-Encoding', 'Content-Type'];

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
