import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';

/** One line a request when it is over: method, path, status, time. No query string, body, header or address. */
export function requestLog(logger: Logger) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const started = performance.now();
    const path = loggablePath(req.originalUrl);

    res.once('close', () => {
      const line = {
        method: req.method,
        path,
        status: res.statusCode,
        ms: Math.round(performance.now() - started),
        ...(res.writableFinished ? {} : { aborted: true }),
      };
      if (res.statusCode >= 500) logger.warn(line, 'request');
      else if (QUIET.test(path)) logger.debug(line, 'request');
      else logger.info(line, 'request');
    });
    next();
  };
}

const QUIET = /^\/(health|ready|metrics|assets)(\/|$)/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A path without its query. A long segment that is no id may be an invitation or a one-use link: it is left out. */
export function loggablePath(url: string): string {
  const [path = '/'] = url.split(/[?#]/, 1);
  return path
    .slice(0, 400)
    .split('/')
    .map((segment) => (segment.length > 20 && !UUID.test(segment) ? '…' : segment))
    .join('/');
}
