import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { refusal } from '../../../domain/panel/refusals.js';
import { OriginRule } from '../origin.js';
import { Refusing } from './answer.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** For every controller that changes something: refuses what a foreign page sends. */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(@Inject(OriginRule) private readonly rule: OriginRule) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const { method, headers } = context.switchToHttp().getRequest<Request>();
    if (SAFE.includes(method) || this.rule.allows(headers)) return true;
    throw new Refusing(refusal('not-allowed', { message: 'This address may not speak for the person signed in.' }));
  }
}
