import { PANEL_CACHE_MS } from './lifetimes.js';
import { row, type Db } from './sql.js';

export interface Place {
  readonly forumId: string;
  readonly access: 'open' | 'invitation';
}

/** Which forum a panel belongs to and who may read it. A panel that is not there is never remembered: it may come any moment. */
export class Places {
  private readonly known = new Map<string, { readonly place: Place; readonly at: number }>();

  constructor(private readonly db: Db) {}

  async of(panelId: string): Promise<Place | null> {
    const known = this.known.get(panelId);
    if (known && Date.now() - known.at < PANEL_CACHE_MS) return known.place;

    const found = await row<{ forum_id: string; access: Place['access'] }>(
      this.db,
      'SELECT forum_id, access FROM panel WHERE panel_id = $1',
      [panelId],
    );
    if (!found) return null;

    const place = { forumId: found.forum_id, access: found.access };
    this.known.set(panelId, { place, at: Date.now() });
    return place;
  }
}
