import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Refusal } from '../../../domain/panel/refusals.js';
import type { Reply } from '../../../domain/wire/protocol.js';
import { STATUS } from '../../../domain/wire/status.js';

/** The value itself, or the refusal with its status. */
export function answer<T>(response: Response, reply: Reply<T>): T | Reply<never> {
  response.setHeader('Cache-Control', 'no-store');
  return reply.ok ? reply.value : refuse(response, reply.refusal);
}

/** Stops a request before or in its handler, where Nest leaves no other way than throwing. */
export class Refusing extends HttpException {
  constructor(readonly refusal: Refusal) {
    super({ ok: false, refusal }, STATUS[refusal.code]);
  }
}

@Catch(Refusing)
export class RefusingFilter implements ExceptionFilter<Refusing> {
  catch({ refusal }: Refusing, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    response.json(refuse(response, refusal));
  }
}

function refuse(response: Response, refusal: Refusal): Reply<never> {
  response.status(STATUS[refusal.code]);
  if (refusal.retryInMs !== undefined) response.setHeader('Retry-After', Math.ceil(refusal.retryInMs / 1000));
  return { ok: false, refusal };
}
