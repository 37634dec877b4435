import type { PipeTransform } from '@nestjs/common';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { plainToInstance, Transform } from 'class-transformer';
import { IsOptional, Matches, validateSync, ValidateBy, type ValidationError } from 'class-validator';
import { refusal } from '../../domain/panel/refusals.js';
import { Refused } from './refused.js';

/** Exactly the fields of a query or body. @throws Refused naming the first one at fault. */
export function shaped<T extends object>(type: new () => T): PipeTransform<unknown, T> {
  return {
    transform(given: unknown): T {
      const plain = typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {};
      // class-transformer would skip it in silence.
      if (Object.hasOwn(plain, '__proto__')) throw new Refused(refusal('bad-request', { field: '__proto__' }));
      const value = plainToInstance(type, plain, { exposeDefaultValues: true });
      const [fault] = validateSync(value, {
        whitelist: true,
        forbidNonWhitelisted: true,
        forbidUnknownValues: true,
        stopAtFirstError: true,
      });
      if (fault) throw new Refused(refusal('bad-request', { field: fault.property, message: sentenceOf(fault) }));
      return value;
    },
  };
}

/** A whole number in a query string, digits only. Optional unless a default is set on the field. */
export function Whole({
  min = 0,
  max = SEQ_MAX,
  description,
}: {
  min?: number;
  max?: number;
  description: string;
}): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: min, maximum: max, description }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value,
    ),
    ValidateBy({
      name: 'whole',
      validator: {
        validate: (value: unknown) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
        defaultMessage: (args) => `${args?.property ?? 'The value'} must be a whole number from ${min} to ${max}.`,
      },
    }),
  );
}

/** A lower-case UUID. */
export function Id(description: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', format: 'uuid', description }),
    Matches(UUID, { message: ({ property }) => `${property} must be a UUID in lower case.` }),
  );
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const SEQ_MAX = 2_147_483_647;
export const TIME_MAX = 8_640_000_000_000_000;

function sentenceOf(fault: ValidationError): string {
  const [sentence] = Object.values(fault.constraints ?? fault.children?.[0]?.constraints ?? {});
  return sentence ?? `${fault.property} is not valid.`;
}
