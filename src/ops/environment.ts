import { Expose } from 'class-transformer';
import {
  IsIn,
  IsOptional,
  Length,
  Matches,
  MinLength,
  ValidateBy,
  ValidateIf,
  type ValidationArguments,
} from 'class-validator';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * The variables as they stand in the environment, each with the one sentence that is said when it is wrong. Secrets are
 * never quoted back.
 */
export class Environment {
  @Expose()
  @Whole('PORT', 0, 65535, 'the port to listen on, 0 for any free one')
  PORT: string = '3000';

  @Expose()
  @Matches(/^[A-Za-z0-9.:_-]{1,253}$/, {
    message: 'HOST must be an address or a host name to listen on, such as 0.0.0.0 or 127.0.0.1.',
  })
  HOST: string = '0.0.0.0';

  @Expose()
  @Length(1, 4096, { message: 'KURULTAI_DATA must be the path of a folder.' })
  KURULTAI_DATA: string = './data';

  @Expose()
  @IsOptional()
  @Address(['postgres:', 'postgresql:'], 'DATABASE_URL must look like postgres://user:password@host:5432/database.')
  DATABASE_URL?: string;

  @Expose()
  @Whole('DATABASE_POOL', 2, 200, 'the number of connections to PostgreSQL')
  DATABASE_POOL: string = '10';

  @Expose()
  @IsOptional()
  @Address(['redis:', 'rediss:'], 'REDIS_URL must look like redis://host:6379 or rediss://user:password@host:6379.')
  REDIS_URL?: string;

  @Expose()
  @IsOptional()
  @Origin('PUBLIC_URL must be the address people open, without a path, such as https://forum.example.org.')
  PUBLIC_URL?: string;

  @Expose()
  @IsOptional()
  @ValidateBy({
    name: 'origins',
    validator: {
      validate: (value) =>
        String(value)
          .split(',')
          .every((origin) => origin.trim() === '' || isOrigin(origin.trim())),
      defaultMessage: () =>
        'ORIGINS must be exact origins separated by commas, such as https://a.example,https://b.example:8443.',
    },
  })
  ORIGINS?: string;

  @Expose()
  @IsIn(LOG_LEVELS, { message: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.` })
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  @Expose()
  @Whole('TRUST_PROXY', 0, 10, 'the number of reverse proxies in front of this process')
  TRUST_PROXY: string = '0';

  @Expose()
  @Length(1, 60, { message: 'OIDC_NAME must be 1 to 60 characters long: it is written on the sign-in button.' })
  OIDC_NAME: string = 'Single sign-on';

  @Expose()
  @Together('OIDC_ISSUER')
  @Address(['https:', 'http:'], 'OIDC_ISSUER must be the https address of the identity provider.', true)
  OIDC_ISSUER?: string;

  @Expose()
  @Together('OIDC_CLIENT_ID')
  OIDC_CLIENT_ID?: string;

  @Expose()
  @Together('OIDC_CLIENT_SECRET')
  OIDC_CLIENT_SECRET?: string;

  @Expose()
  @IsOptional()
  @MinLength(32, {
    message: 'KURULTAI_OPERATOR_KEY must be at least 32 characters long; make one with: openssl rand -hex 32',
  })
  KURULTAI_OPERATOR_KEY?: string;

  @Expose()
  @IsOptional()
  @MinLength(16, { message: 'METRICS_TOKEN must be at least 16 characters long; make one with: openssl rand -hex 16' })
  METRICS_TOKEN?: string;

  @Expose()
  @IsOptional()
  @Screener(
    'SCREENING_WEBHOOK_URL must be the https: address of the service that screens texts, such as https://screen.example.org/ask; http: is for this machine alone.',
  )
  SCREENING_WEBHOOK_URL?: string;

  @Expose()
  @ValidateIf(
    (env: Environment) => env.SCREENING_WEBHOOK_URL !== undefined || env.SCREENING_WEBHOOK_SECRET !== undefined,
  )
  @MinLength(32, {
    message:
      'SCREENING_WEBHOOK_SECRET must be at least 32 characters long where SCREENING_WEBHOOK_URL is set; make one with: openssl rand -hex 32',
  })
  SCREENING_WEBHOOK_SECRET?: string;
}

function Whole(name: string, min: number, max: number, what: string): PropertyDecorator {
  return ValidateBy({
    name: 'whole',
    validator: {
      validate: (value) =>
        typeof value === 'string' && /^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max,
      defaultMessage: () => `${name} must be a whole number from ${min} to ${max}: ${what}.`,
    },
  });
}

function Address(protocols: readonly string[], sentence: string, optional = false): PropertyDecorator {
  return ValidateBy({
    name: 'address',
    validator: {
      validate: (value) => (optional && value === undefined) || hasProtocol(value, protocols),
      defaultMessage: () => sentence,
    },
  });
}

/** Texts nobody has published yet do not travel in the open. */
function Screener(sentence: string): PropertyDecorator {
  const isOwn = (value: unknown) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(String(value)).hostname);
  return ValidateBy({
    name: 'screener',
    validator: {
      validate: (value) => hasProtocol(value, ['https:']) || (hasProtocol(value, ['http:']) && isOwn(value)),
      defaultMessage: () => sentence,
    },
  });
}

function Origin(sentence: string): PropertyDecorator {
  return ValidateBy({ name: 'origin', validator: { validate: isOrigin, defaultMessage: () => sentence } });
}

/** Half a configuration of the identity provider is a mistake, not a choice. */
function Together(name: string): PropertyDecorator {
  return ValidateBy({
    name: 'together',
    validator: {
      validate: (value, args?: ValidationArguments) => {
        const env = args?.object as Environment;
        return value !== undefined || !(env.OIDC_ISSUER ?? env.OIDC_CLIENT_ID ?? env.OIDC_CLIENT_SECRET);
      },
      defaultMessage: () => `${name} is missing: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together.`,
    },
  });
}

function hasProtocol(value: unknown, protocols: readonly string[]): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const url = new URL(value);
  return protocols.includes(url.protocol) && url.hostname !== '';
}

/** `https://forum.example.org`, with or without one trailing slash. */
function isOrigin(value: unknown): boolean {
  if (!hasProtocol(value, ['http:', 'https:'])) return false;
  return new URL(String(value)).origin === String(value).replace(/\/$/, '');
}
