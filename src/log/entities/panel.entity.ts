import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StoredSummary } from '../types.js';

/** The row a writer locks: the heads of both journals. */
@Entity('panel')
export class PanelEntity {
  @PrimaryColumn({ type: 'uuid', name: 'panel_id' }) panelId!: string;
  @Index('panel_by_forum') @Column({ type: 'uuid', name: 'forum_id' }) forumId!: string;
  @Column('text') access!: 'open' | 'invitation';
  @Column({ type: 'integer', name: 'panel_seq' }) panelSeq!: number;
  @Column({ type: 'integer', name: 'record_seq' }) recordSeq!: number;
  @Column({ type: 'integer', name: 'docket_seq' }) docketSeq!: number;
  @Column('integer') erasures!: number;
  @Column({ type: 'jsonb', nullable: true }) summary!: StoredSummary | null;
  /** What an imported panel was made from. */
  @Column({ type: 'text', nullable: true, unique: true }) source!: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
}
