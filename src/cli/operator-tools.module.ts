import { Module } from '@nestjs/common';
import { OperatorToolsController } from './operator.controller.js';

/** Needs the global modules of identity and of the database. */
@Module({ controllers: [OperatorToolsController] })
export class OperatorToolsModule {}
