import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { bodies } from './bodies.js';
import { clientFiles } from './client-files.js';
import { documentation } from './documentation.js';
import { FaultFilter, type OnFault } from './fault.filter.js';
import { originRule } from './origin-rule.js';
import { securityHeaders } from './security-headers.js';

export interface Furniture {
  /** Exact origins a browser may act from. */
  readonly origins: readonly string[];
  readonly trustProxyHops: number;
  readonly version: string;
  /** The built client; nothing is served when it is not there. */
  readonly clientFolder: string;
  readonly onFault: OnFault;
  /** Sees every request first. */
  readonly requestLog?: RequestHandler;
  /** Handlers that read their own bodies, before ours do. They stand behind the headers and the origin rule. */
  readonly raw?: (app: NestExpressApplication) => void;
}

/**
 * Puts everything around the controllers. Call it on an application made with `bodyParser: false`, before it starts to
 * listen.
 */
export function furnish(app: NestExpressApplication, furniture: Furniture): void {
  const { origins, trustProxyHops, version, clientFolder, onFault, requestLog, raw } = furniture;

  app.disable('x-powered-by');
  app.set('trust proxy', trustProxyHops);
  app.set('query parser', 'simple');
  app.useGlobalFilters(new FaultFilter(onFault));

  if (requestLog) app.use(requestLog);
  app.use(securityHeaders());
  app.use('/api', notKept, originRule(origins));
  app.use(compression({ threshold: 1024 }));
  raw?.(app);
  app.use(...bodies());
  app.use(documentation(app, version));
  const client = clientFiles(clientFolder);
  if (client.length > 0) app.use(...client);
}

/** Until a handler says otherwise. */
function notKept(_req: Request, res: Response, next: NextFunction): void {
  res.set('Cache-Control', 'no-store');
  next();
}
