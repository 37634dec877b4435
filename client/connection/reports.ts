import type { PanelReport } from '../../domain/amplify/report/panel-report.js';
import type { Reply } from '../../domain/wire/protocol.js';
import { call } from './api.js';

/** Refused until it is published. */
export function panelReport(panelId: string): Promise<Reply<PanelReport> | null> {
  return call(`/panels/${encodeURIComponent(panelId)}/report`);
}

export function reportState(panelId: string): Promise<Reply<{ readonly published: boolean }> | null> {
  return call(`/panels/${encodeURIComponent(panelId)}/report/state`);
}

/** Once, by who hosts, after the archive. */
export function publishReport(panelId: string): Promise<Reply<PanelReport> | null> {
  return call(`/panels/${encodeURIComponent(panelId)}/report`, {});
}

/** Where the same figures are kept as files. */
export function reportFiles(panelId: string): Readonly<Record<'json' | 'csv', string>> {
  const path = `/api/panels/${encodeURIComponent(panelId)}/report`;
  return { json: path, csv: `${path}.csv` };
}
