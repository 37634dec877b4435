import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../domain/panel/roles.js';
import { shortCode } from '../../domain/panel/short-code.js';
import { mayRead } from '../../domain/panel/visibility.js';
import type { PanelSummary } from '../../domain/wire/views.js';
import { SqlIdentity } from '../identity/identity.js';
import type { Identity, Session } from '../identity/types.js';
import type { StoredSummary } from '../panels/panels.js';
import { Presence } from '../panels/presence.js';
import { PooledReports } from '../reports/pooled-reports.js';

type Reports = ReadonlyMap<string, PanelSummary['report']>;

/** Panels as one line each, as somebody in particular sees them. */
@Injectable()
export class Summaries {
  constructor(
    @Inject(SqlIdentity) private readonly identity: Identity,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(PooledReports) private readonly reports: PooledReports,
  ) {}

  /** Those they may read, in the order given. */
  async readable(session: Session | null, panels: readonly StoredSummary[]): Promise<readonly PanelSummary[]> {
    const [roles, reports] = await Promise.all([this.identity.rolesAmong(session, panels), this.reportsOf(panels)]);
    return panels.flatMap((panel, i) => {
      const held = roles[i] ?? [];
      return mayRead({ seat: null, roles: held }, panel, panel.access) ? [this.seenBy(held, panel, reports)] : [];
    });
  }

  async of(session: Session | null, panel: StoredSummary): Promise<PanelSummary> {
    const [[roles = []], reports] = await Promise.all([
      this.identity.rolesAmong(session, [panel]),
      this.reportsOf([panel]),
    ]);
    return this.seenBy(roles, panel, reports);
  }

  private reportsOf(panels: readonly StoredSummary[]): Promise<Reports> {
    return this.reports.standings(panels.filter(({ phase }) => phase === 'archived').map(({ panelId }) => panelId));
  }

  private seenBy(roles: readonly Role[], panel: StoredSummary, reports: Reports): PanelSummary {
    return {
      ...panel,
      code: shortCode(panel.panelId),
      here: panel.phase === 'archived' ? 0 : this.presence.total(panel.panelId),
      report: reports.get(panel.panelId) ?? 'none',
      // Where anybody reads, reading is no role.
      roles: panel.access === 'open' ? roles.filter((role) => role !== 'observer') : roles,
    };
  }
}
