import {
  ValidationPipe,
  type ArgumentMetadata,
  type ValidationError,
  type ValidationPipeOptions,
} from '@nestjs/common';
import { refusal } from '../../../domain/panel/refusals.js';
import { Refusing } from './answer.js';

/** Exactly the fields of the DTO, or a refusal that names the first one at fault. */
export function shape(type: new () => object): StrictPipe {
  return new StrictPipe({ ...STRICT, expectedType: type });
}

class StrictPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // class-transformer skips such a key in silence instead of leaving it to the white list.
    if (hasPrototypeKey(value)) throw new Refusing(refusal('bad-request', { field: '__proto__' }));
    return super.transform(value, metadata);
  }
}

const STRICT: ValidationPipeOptions = {
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
  exceptionFactory: (errors) => new Refusing(refusal('bad-request', fieldOf(errors))),
};

function hasPrototypeKey(value: unknown): boolean {
  // A stack of our own: a body may be nested deeper than calls may.
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (Object.hasOwn(next, '__proto__')) return true;
    waiting.push(...Object.values(next));
  }
  return false;
}

function fieldOf(errors: readonly ValidationError[]): { field?: string } {
  const path: string[] = [];
  for (let error = errors[0]; error; error = error.children?.[0]) path.push(error.property);
  return path.length > 0 ? { field: path.join('.') } : {};
}
