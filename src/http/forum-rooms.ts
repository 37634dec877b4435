import type { ForumSummary, PanelSummary } from '../../domain/wire/views.js';

/** The forums’ side of `Panels`. */
export interface ForumRooms {
  forums(): Promise<readonly ForumSummary[]>;
  forum(idOrSlug: string): Promise<ForumSummary | null>;
  panelsOf(forumId: string): Promise<readonly PanelSummary[]>;
  summary(panelId: string): Promise<PanelSummary | null>;
  createForum(forum: {
    readonly slug: string;
    readonly title: string;
    readonly description: string;
  }): Promise<ForumSummary | null>;
  create(panel: {
    readonly panelId: string;
    readonly forumId: string;
    readonly access: 'open' | 'invitation';
  }): Promise<'created' | 'exists'>;
}
