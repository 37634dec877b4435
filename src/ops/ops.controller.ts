import { Controller, Get, Header, Headers, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import { Health, type HealthReport } from './health.js';
import { Metrics } from './metrics.js';

/** The secret that `/metrics` asks for; null leaves it open. */
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
  async text(@Headers('authorization') authorization: string | undefined, @Res() res: Response): Promise<void> {
    if (this.token !== null && !isSame(authorization ?? '', `Bearer ${this.token}`)) {
      res.status(401).set('WWW-Authenticate', 'Bearer').type('text/plain').send('Send the metrics token.\n');
      return;
    }
    res.set('Content-Type', this.metrics.contentType).send(await this.metrics.text());
  }
}

function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
