import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { REFUSALS } from '../../domain/panel/refusals.js';
import { isQuery } from '../intents/door.js';
import { MESSAGE_DTOS } from '../intents/messages.js';
import { schemaOf } from './schema-of.js';
import { documentationPolicy } from './security-headers.js';

const DOCS = '/api/docs';
const JSON_PATH = '/api/openapi.json';

/** The description of the API, and a page to read and try it that asks nobody else for anything. */
export function documentation(app: INestApplication, version: string): RequestHandler {
  const router = express.Router();
  let described: OpenAPIObject | null = null;

  router.get(JSON_PATH, (_req: Request, res: Response) => {
    described ??= describe(app, version);
    res.set('Cache-Control', 'public, no-cache').json(described);
  });
  router.get(DOCS, documentationPolicy(), (_req: Request, res: Response) => {
    res.set('Cache-Control', 'public, no-cache').type('html').send(PAGE);
  });
  router.get(`${DOCS}/start.js`, (_req: Request, res: Response) => {
    res.set('Cache-Control', 'public, no-cache').type('text/javascript').send(START);
  });
  router.use(
    DOCS,
    express.static(swaggerFiles(), { index: false, redirect: false, maxAge: '1 day', extensions: false }),
  );
  return router;
}

function describe(app: INestApplication, version: string): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle('Kurultai')
    .setDescription(
      'A forum for live, moderated panel discussion. Answers are plain values; a refusal is `{ok: false, refusal}`. ' +
        'A request that changes something and carries the session cookie must also carry an `Origin` of this forum.',
    )
    .setVersion(version)
    .addCookieAuth('session')
    .build();
  const document = SwaggerModule.createDocument(app, head);

  document.components = { ...document.components, schemas: { ...document.components?.schemas, Refusal: REFUSAL } };
  Object.assign(document.paths, intentPaths());
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (operation) operation.responses = { ...operation.responses, default: REFUSED };
    }
  }
  return document;
}

function intentPaths(): OpenAPIObject['paths'] {
  const names = (Object.keys(MESSAGE_DTOS) as (keyof typeof MESSAGE_DTOS)[]).filter((name) => !isQuery(name));
  return Object.fromEntries(
    names.map((name) => {
      const { properties: { panelId: _, ...properties } = {}, required, ...schema } = schemaOf(MESSAGE_DTOS[name]);
      const body = { ...schema, properties, required: required?.filter((field) => field !== 'panelId') ?? [] };
      return [
        `/api/panels/{panelId}/intents/${name}`,
        {
          post: {
            operationId: name,
            tags: ['intents'],
            parameters: [
              { name: 'panelId', in: 'path' as const, required: true, schema: { type: 'string', format: 'uuid' } },
            ],
            requestBody: { required: true, content: { 'application/json': { schema: body } } },
            responses: {
              '200': { description: 'Done.', content: { 'application/json': { schema: { type: 'object' } } } },
            },
          },
        },
      ];
    }),
  );
}

const REFUSAL = {
  type: 'object',
  required: ['ok', 'refusal'],
  properties: {
    ok: { type: 'boolean', enum: [false] },
    refusal: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', enum: Object.keys(REFUSALS) },
        field: { type: 'string' },
        message: { type: 'string' },
        retryInMs: { type: 'integer' },
        count: { type: 'integer' },
      },
    },
  },
};

const REFUSED = {
  description: 'A refusal. Nothing was changed.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
};

function swaggerFiles(): string {
  const nest = createRequire(import.meta.url).resolve('@nestjs/swagger');
  return dirname(createRequire(nest).resolve('swagger-ui-dist/package.json'));
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kurultai: the API</title>
<link rel="stylesheet" href="${DOCS}/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<noscript>The description of this API for programs: <a href="${JSON_PATH}">${JSON_PATH}</a></noscript>
<script src="${DOCS}/swagger-ui-bundle.js"></script>
<script src="${DOCS}/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: '${JSON_PATH}', dom_id: '#swagger-ui', validatorUrl: null, queryConfigEnabled: false });\n`;
