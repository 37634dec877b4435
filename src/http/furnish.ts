import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { bodies } from './bodies.js';
import { clientFiles } from './client-files.js';
import { documentation } from './documentation.js';
import { FaultFilter, type OnFault } from './fault.filter.js';
import { securityHeaders } from './security-headers.js';

export interface Furniture {
  readonly trustProxyHops: number;
  /** Whether people reach the forum by https, whatever stands between. */
  readonly isHttps: boolean;
  readonly version: string;
  /** The built client; nothing is served when it is not there. */
  readonly clientFolder: string;
  readonly onFault: OnFault;
  /** Whether an error means that the database cannot answer right now: people are then told to try again. */
  readonly isOutage: (error: unknown) => boolean;
  /** Sees every request first. */
  readonly requestLog?: RequestHandler;
}

/**
 * Puts everything around the controllers. Call it on an application made with `bodyParser: false`, before it starts to
 * listen.
 */
export function furnish(app: NestExpressApplication, furniture: Furniture): void {
  const { trustProxyHops, isHttps, version, clientFolder, onFault, isOutage, requestLog } = furniture;

  app.disable('x-powered-by');
  app.set('trust proxy', trustProxyHops);
  app.set('query parser', 'simple');
  app.useGlobalFilters(new FaultFilter(onFault, isOutage));

  if (requestLog) app.use(requestLog);
  app.use(securityHeaders(isHttps));
  app.use('/api', notKept, conditional);
  app.use(compression({ threshold: 1024 }));
  app.use(...bodies());
  app.use(documentation(app, version));
  const client = clientFiles(clientFolder);
  if (client.length > 0) app.use(...client);
}

/**
 * `fetch` adds `Cache-Control: no-cache` to a request that brings its own `If-None-Match`, and Express then never answers
 * 304. We are the origin: what the client holds is compared all the same.
 */
function conditional(req: Request, _res: Response, next: NextFunction): void {
  if (req.headers['if-none-match'] !== undefined) delete req.headers['cache-control'];
  next();
}

/** Until a handler says otherwise. */
function notKept(_req: Request, res: Response, next: NextFunction): void {
  res.set('Cache-Control', 'no-store');
  next();
}
