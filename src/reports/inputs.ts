import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ReportInput } from '../../domain/amplify/report/input.js';
import { reportInput } from '../../domain/panel/report/gather.js';
import { lastVotes } from '../log/ballots.js';
import { SqlPanelLog } from '../log/sql-panel-log.js';
import type { Profiles, ProfileTable } from '../panels/profiles.js';
import { journalsOf } from './journals.js';

export const PROFILES = Symbol('profiles');

/** What reports are computed from. It tells who belongs where, and never leaves this room but disclosed. */
@Injectable()
export class Inputs {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(SqlPanelLog) private readonly log: SqlPanelLog,
    @Inject(PROFILES) private readonly profiles: Profiles,
  ) {}

  async of(panelId: string): Promise<ReportInput> {
    return this.gathered(panelId, await this.profiles.load(panelId));
  }

  /** null: it is forgotten who belonged where. */
  async ofRemembered(panelId: string): Promise<ReportInput | null> {
    const table = await this.profiles.load(panelId);
    return table.size === 0 ? null : this.gathered(panelId, table);
  }

  private async gathered(panelId: string, table: ProfileTable): Promise<ReportInput> {
    return reportInput({
      entries: await journalsOf(this.log, panelId),
      votes: await lastVotes(this.database, panelId),
      profiles: (seat, version) => table.get(seat)?.get(version) ?? [],
      claimsOf: (seat) => latestOf(table, seat),
    });
  }
}

function latestOf(table: ProfileTable, seat: string) {
  const versions = [...(table.get(seat) ?? [])].sort(([a], [b]) => b - a);
  return versions[0]?.[1] ?? [];
}
