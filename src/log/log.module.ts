import { Module } from '@nestjs/common';
import { Forums } from './directory.js';
import { SqlPanelLog } from './sql-panel-log.js';
import { SqlVoting } from './sql-voting.js';

/** Needs a DataSource from a global module. */
@Module({ providers: [SqlPanelLog, SqlVoting, Forums], exports: [SqlPanelLog, SqlVoting, Forums] })
export class LogModule {}
