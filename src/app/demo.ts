import type { NestExpressApplication } from '@nestjs/platform-express';
import type { House } from './app.module.js';
import type { Shown } from './banner.js';

export async function startDemo(
  _app: NestExpressApplication,
  _house: House,
): Promise<(Shown & { stop(): Promise<void> }) | null> {
  return null;
}
