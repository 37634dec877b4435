import { Module } from '@nestjs/common';
import { Asker } from './asker.js';
import { DeskController } from './desk.controller.js';
import { ExportController } from './export.controller.js';
import { FloorController } from './floor.controller.js';
import { FollowController } from './follow.controller.js';
import { ForumAsker } from './forum-asker.js';
import { ForumReportsController } from './forum-reports.controller.js';
import { ForumsController } from './forums.controller.js';
import { AuditPace } from './audit-pace.js';
import { Pace } from './pace.js';
import { PagesController } from './pages.controller.js';
import { PanelsController } from './panels.controller.js';
import { RecordController } from './record.controller.js';
import { CodesController } from './codes.controller.js';
import { MeController } from './me.controller.js';
import { ReportController } from './report.controller.js';
import { SearchController } from './search.controller.js';
import { SeatsController } from './seats.controller.js';
import { SlateController } from './slate.controller.js';
import { Summaries } from './summaries.js';
import { TransparencyController } from './transparency.controller.js';
import { Waiting } from './waiting.js';

/** The controllers. What they lean on (identity, reading, panels, the door) is made once, in the app module, and global. */
@Module({
  controllers: [
    ForumsController,
    PanelsController,
    DeskController,
    FloorController,
    RecordController,
    PagesController,
    FollowController,
    ExportController,
    SearchController,
    CodesController,
    MeController,
    SeatsController,
    SlateController,
    ReportController,
    ForumReportsController,
    TransparencyController,
  ],
  providers: [Asker, AuditPace, ForumAsker, Pace, Summaries, Waiting],
  exports: [Waiting],
})
export class HttpModule {}
