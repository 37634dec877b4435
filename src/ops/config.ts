import 'reflect-metadata';
import { resolve } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Environment, type LOG_LEVELS } from './environment.js';

export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Oidc {
  /** What people read on the button. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What one process needs to know, checked. Nothing else reads the environment. */
export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder of the embedded database and the keys. */
  readonly dataDir: string;
  /** null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly databasePool: number;
  readonly redisUrl: string | null;
  /** Where people reach the forum: an origin without a trailing slash. */
  readonly publicUrl: string;
  /** Every origin a browser may act from, the public one included. */
  readonly origins: readonly string[];
  readonly logLevel: LogLevel;
  /** Reverse proxies in front whose `X-Forwarded-*` headers are believed. */
  readonly trustProxyHops: number;
  readonly oidc: Oidc | null;
  readonly operatorKey: string | null;
  readonly metricsToken: string | null;
  /** An outside service that is asked about texts; null: nobody is. */
  readonly screeningWebhook: { readonly url: string; readonly secret: string } | null;
}

/** Everything wrong with the environment at once, one sentence each. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';

  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/** @throws ConfigFault with one sentence per mistake. An empty variable counts as absent. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(variables)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const environment = plainToInstance(Environment, given, { excludeExtraneousValues: true, exposeDefaultValues: true });
  const sentences = validateSync(environment).flatMap((fault) => Object.values(fault.constraints ?? {}).slice(0, 1));
  if (sentences.length > 0) throw new ConfigFault(sentences);
  return configOf(environment);
}

/** The configuration of this process. Prints what is wrong and ends it with status 1 when something is. */
export function configOrExit(variables: Readonly<Record<string, string | undefined>> = process.env): Config {
  try {
    return readConfig(variables);
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    process.stderr.write(
      `Kurultai cannot start with this configuration:\n${error.sentences.map((s) => `  - ${s}`).join('\n')}\n`,
    );
    process.exit(1);
  }
}

/** The same configuration once the system chose a port (`PORT=0`): an address that was not configured follows it. */
export function withPort(config: Config, port: number): Config {
  if (config.port === port || config.publicUrl !== `http://localhost:${config.port}`) return { ...config, port };
  const own = new Set(ownOrigins(config.port));
  const publicUrl = `http://localhost:${port}`;
  return {
    ...config,
    port,
    publicUrl,
    origins: [...ownOrigins(port), ...config.origins.filter((origin) => !own.has(origin))],
  };
}

function configOf(env: Environment): Config {
  const port = Number(env.PORT);
  const publicUrl = env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : `http://localhost:${port}`;
  const base = env.PUBLIC_URL ? [publicUrl] : ownOrigins(port);

  return {
    port,
    host: env.HOST,
    dataDir: resolve(env.KURULTAI_DATA),
    databaseUrl: env.DATABASE_URL ?? null,
    databasePool: Number(env.DATABASE_POOL),
    redisUrl: env.REDIS_URL ?? null,
    publicUrl,
    origins: [...new Set([...base, ...listOf(env.ORIGINS)])],
    logLevel: env.LOG_LEVEL,
    trustProxyHops: Number(env.TRUST_PROXY),
    oidc: oidcOf(env),
    operatorKey: env.KURULTAI_OPERATOR_KEY ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
    screeningWebhook:
      env.SCREENING_WEBHOOK_URL && env.SCREENING_WEBHOOK_SECRET
        ? { url: env.SCREENING_WEBHOOK_URL, secret: env.SCREENING_WEBHOOK_SECRET }
        : null,
  };
}

function ownOrigins(port: number): string[] {
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://[::1]:${port}`];
}

function listOf(origins: string | undefined): string[] {
  return (origins ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
}

function oidcOf(env: Environment): Oidc | null {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET) return null;
  return {
    name: env.OIDC_NAME,
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
  };
}
