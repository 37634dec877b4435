import type { LoggerService } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { pino, type Logger } from 'pino';
import type { LogLevel } from './config.js';
import { readableLine } from './readable-line.js';

export interface LogOptions {
  readonly level: LogLevel;
  /** One JSON object a line; otherwise one readable line each. */
  readonly json: boolean;
  readonly to?: NodeJS.WritableStream;
}

/** JSON unless a person is looking on: a container, a service and a pipe are read by programs. */
export function wantsJson(out: { readonly isTTY?: boolean | undefined } = process.stdout): boolean {
  return !out.isTTY;
}

/**
 * The log of this process, also as Nest wants it. Both forms write a line break inside a message as `\n`, so that nobody
 * can forge a line. Whoever logs passes no body, query string, cookie or token; `redact` is the net below that.
 */
export class Logs implements LoggerService {
  readonly pino: Logger;

  constructor({ level, json, to = process.stdout }: LogOptions) {
    this.pino = pino(
      {
        level,
        base: null,
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: { level: (label) => ({ level: label }) },
        serializers: { err: plainly },
        redact: { paths: SECRETS.flatMap((key) => [key, `*.${key}`]), censor: '[left out]' },
      },
      json ? to : readable(to),
    );
  }

  log(message: unknown, ...more: unknown[]): void {
    this.write('info', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.write('trace', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }

  /** Logs a fault with everything known about it and answers the id to tell the person who met it. */
  fault(error: unknown, where: string): string {
    const id = randomUUID().slice(0, 8);
    this.pino.error({ fault: id, where, err: asError(error) }, 'A fault');
    return id;
  }

  /** Nest passes the context last and, with errors, the stack before it. */
  private write(
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace',
    message: unknown,
    more: unknown[],
  ): void {
    const context = more.length > 0 ? more.at(-1) : undefined;
    const stack = more.slice(0, -1).find((part) => typeof part === 'string' && part.includes('\n'));
    this.pino[level](
      {
        ...(typeof context === 'string' ? { context } : {}),
        ...(stack === undefined ? {} : { stack }),
        ...(message instanceof Error ? { err: message } : {}),
      },
      message instanceof Error ? message.message : String(message),
    );
  }
}

const SECRETS = ['cookie', 'authorization', 'password', 'token', 'secret', 'body', 'query', 'text'];

/** Drivers hang queries and their parameters, which are people’s words, on their errors: only these four are written. */
function plainly(error: Error): object {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === 'string' ? { code } : {}),
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function readable(to: NodeJS.WritableStream): Writable {
  return new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      to.write(readableLine(line));
      done();
    },
  });
}
