import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import { isLoopback } from './address.js';
import { Health, type HealthReport } from './health.js';
import { Metrics } from './metrics.js';

/** The secret that `/metrics` asks for; null: only this machine itself may ask. */
export const METRICS_TOKEN = Symbol('METRICS_TOKEN');

/** For those who run the forum and for the machines that watch it. */
@ApiExcludeController()
@Controller()
export class OpsController {
  constructor(
    @Inject(Health) private readonly health: Health,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(METRICS_TOKEN) private readonly token: string | null,
  ) {}

  @Get('health')
  @Header('Cache-Control', 'no-store')
  async report(@Res({ passthrough: true }) res: Response): Promise<HealthReport> {
    const report = await this.health.report();
    if (report.database === 'down') res.status(503);
    return report;
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) res: Response): Promise<{ ready: boolean; status: HealthReport['status'] }> {
    const { status } = await this.health.report();
    if (status !== 'ok') res.status(503);
    return { ready: status === 'ok', status };
  }

  @Get('metrics')
  @Header('Cache-Control', 'no-store')
  async text(@Req() req: Request, @Res() res: Response): Promise<void> {
    if (this.token === null && !isFromHere(req)) {
      res.status(403).type('text/plain').send('Without METRICS_TOKEN only this machine itself may ask.\n');
      return;
    }
    if (this.token !== null && !isSame(req.headers.authorization ?? '', `Bearer ${this.token}`)) {
      res.status(401).set('WWW-Authenticate', 'Bearer').type('text/plain').send('Send the metrics token.\n');
      return;
    }
    res.set('Content-Type', this.metrics.contentType).send(await this.metrics.text());
  }
}

/** A proxy on this machine is no reason to trust whom it speaks for. */
function isFromHere({ headers, socket }: Request): boolean {
  const isForwarded = FORWARDING.some((header) => headers[header] !== undefined);
  return !isForwarded && isLoopback(socket.remoteAddress ?? '');
}

const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
