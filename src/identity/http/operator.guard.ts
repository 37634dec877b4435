import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { refusal } from '../../../domain/panel/refusals.js';
import { Operator } from '../operator.js';
import { Refusing } from './answer.js';
import { Limits } from './limits.js';

@Injectable()
export class OperatorGuard implements CanActivate {
  constructor(
    @Inject(Operator) private readonly operator: Operator,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { ip, headers } = context.switchToHttp().getRequest<Request>();
    await this.limits.mayGuess(ip);
    const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
    if (bearer !== undefined && this.operator.isKey(bearer)) return true;

    await this.limits.guessedWrong(ip);
    throw new Refusing(refusal('not-signed-in', { message: 'This needs the operator’s key as bearer token.' }));
  }
}
