import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { refuse } from './refused.js';

/** For an address that knows no parameters. */
export class NoQuery implements CanActivate {
  /** @throws Refused naming the first one given. */
  canActivate(context: ExecutionContext): boolean {
    const [field] = Object.keys(context.switchToHttp().getRequest<Request>().query);
    if (field !== undefined) refuse('bad-request', { field, message: 'This address takes no parameters.' });
    return true;
  }
}
