import { Module } from '@nestjs/common';
import { Accreditation } from './accreditation.js';
import { BearingInvitations } from './bearing.js';
import { Codes } from './codes.js';
import { Forgetting } from './forgetting.js';
import { ForumGroups } from './forum-groups.js';
import { GroupsController } from './http/groups.controller.js';
import { OwnClaimsController } from './http/own-claims.controller.js';
import { OwnClaims } from './own-claims.js';
import { SqlProfiles } from './profiles.js';
import { Renewing } from './renewing.js';

/** Needs a `DataSource`, identity and `RENEWALS` from global modules. */
@Module({
  controllers: [GroupsController, OwnClaimsController],
  providers: [Accreditation, BearingInvitations, Codes, Forgetting, ForumGroups, OwnClaims, Renewing, SqlProfiles],
  exports: [SqlProfiles, Forgetting],
})
export class ClaimsModule {}
