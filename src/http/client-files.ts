import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pageAt } from '../../domain/wire/page-paths.js';

/** Never a page of the client: an unknown address below these is an error, not the app. */
const NOT_PAGES = /^\/(api|assets|socket\.io|health|ready|metrics)(\/|$)/;

/**
 * The built client. Files below `/assets` carry a hash of their content in the name and are kept for a year; everything
 * else is asked for anew each time. An address that is no file gets `index.html`: the client routes itself, and says so itself
 * where there is no such page, with status 404 for those who read no text.
 */
export function clientFiles(folder: string): readonly RequestHandler[] {
  if (!existsSync(join(folder, 'index.html'))) return [];

  const files = express.static(folder, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: (res: Response, path: string) => {
      const hashed = path.startsWith(join(folder, 'assets/'));
      res.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

  return [
    (req, res, next) => (isApi(req.path) ? next() : files(req, res, next)),
    (req: Request, res: Response, next: NextFunction) => {
      const wantsPage =
        (req.method === 'GET' || req.method === 'HEAD') &&
        !NOT_PAGES.test(req.path) &&
        req.accepts(['html', 'json']) === 'html';
      if (!wantsPage) return next();
      res.status(pageAt(req.path) ? 200 : 404).set('Cache-Control', 'no-cache');
      res.sendFile('index.html', { root: folder, cacheControl: false }, (error) => error && next(error));
    },
  ];
}

function isApi(path: string): boolean {
  return path.startsWith('/api/');
}
