import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import type { AddressInfo } from 'node:net';
import { Draining } from './draining.js';
import { EventLoop } from './event-loop.js';
import { Health } from './health.js';
import { Metrics } from './metrics.js';
import { METRICS_TOKEN, OpsController } from './ops.controller.js';

describe('what those who run the forum ask', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('[W3] answers 503 at /health and /ready when the database is down', async () => {
    const { ask } = await running({ ping: () => Promise.reject(new Error('down')) });
    const health = await ask('/health');
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ status: 'database-down', head: null });
    expect((await ask('/ready')).status).toBe(503);
  });

  it('[W4] is healthy but not ready while it drains', async () => {
    const { ask, draining } = await running();
    expect((await ask('/ready')).status).toBe(200);
    await draining.begin();
    expect((await ask('/health')).status).toBe(200);
    const ready = await ask('/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ready: false, status: 'draining' });
  });

  it('[W5] shows metrics to this machine, or to those with the token', async () => {
    const open = await running();
    expect(await (await open.ask('/metrics')).text()).toContain('kurultai_sockets 0');

    const closed = await running({}, 'a-long-enough-token');
    expect((await closed.ask('/metrics')).status).toBe(401);
    expect((await closed.ask('/metrics', { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await closed.ask('/metrics', { authorization: 'Bearer a-long-enough-token' })).status).toBe(200);
  });

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])(
    '[W5] shows no metrics without a token to whom a proxy speaks for: %s',
    async (header) => {
      const { ask } = await running();
      expect((await ask('/metrics', { [header]: '127.0.0.1' })).status).toBe(403);
    },
  );

  it('[W5] shows no metrics without a token to another machine', async () => {
    const controller = new OpsController({} as Health, new Metrics(), null);
    const res = { body: '' };
    const answer = {
      status: (status: number) => Object.assign(answer, { code: status }),
      type: () => answer,
      send: (body: string) => Object.assign(res, { body }),
      code: 0,
    };
    await controller.text(
      { headers: {}, socket: { remoteAddress: '203.0.113.9' } } as Request,
      answer as unknown as Response,
    );
    expect(answer.code).toBe(403);
    expect(res.body).not.toContain('kurultai_');
  });

  async function running(some: { ping?: () => Promise<unknown> } = {}, token: string | null = null) {
    const draining = new Draining();
    const loop = new EventLoop();
    const vitals = {
      version: '1.2.3',
      epoch: 'e1',
      storage: { engine: 'PGlite', fsync: false, survives: 'a crash of the process' },
      ping: async () => undefined,
      heads: async () => ({ sum: 0, biggest: 0 }),
      redis: () => 'absent' as const,
      likeness: () => Promise.resolve('database' as const),
      ...some,
    };
    @Module({
      controllers: [OpsController],
      providers: [
        { provide: Health, useValue: new Health(vitals, draining, loop) },
        { provide: Metrics, useValue: new Metrics() },
        { provide: METRICS_TOKEN, useValue: token },
      ],
    })
    class Ops {}
    const app = await NestFactory.create<NestExpressApplication>(Ops, { logger: false });
    await app.listen(0, '127.0.0.1');
    closing.push(
      () => loop.close(),
      () => app.getHttpServer().closeAllConnections(),
      () => app.close(),
    );
    const { port } = app.getHttpServer().address() as AddressInfo;
    return { draining, ask: (path: string, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers }) };
  }
});
