import { Module } from '@nestjs/common';
import { Forums } from './directory.js';
import { SqlPanelLog } from './sql-panel-log.js';

/** Needs a DataSource from a global module. */
@Module({ providers: [SqlPanelLog, Forums], exports: [SqlPanelLog, Forums] })
export class LogModule {}
