import type { Entry } from '../../domain/panel/events.js';
import type { PanelLog } from '../log/types.js';

const PAGE = 5_000;

/** Both journals of a panel, in the order of folding. */
export async function journalsOf(log: Pick<PanelLog, 'readAfter'>, panelId: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (;;) {
    const page = await log.readAfter(panelId, entries.at(-1)?.panelSeq ?? 0, PAGE);
    entries.push(...page);
    if (page.length < PAGE) return entries;
  }
}
