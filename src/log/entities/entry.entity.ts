import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Journal, PanelEvent } from '../../../domain/panel/events.js';

/** A line of a journal without its words. Never changed, never deleted. */
@Entity('entry')
export class EntryEntity {
  @PrimaryColumn({ type: 'uuid', name: 'panel_id' }) panelId!: string;
  @PrimaryColumn('text') journal!: Journal;
  @PrimaryColumn('integer') seq!: number;
  @Column({ type: 'integer', name: 'panel_seq', update: false }) panelSeq!: number;
  @Column({ type: 'text', update: false }) type!: PanelEvent['type'];
  @Column({ type: 'jsonb', update: false }) data!: object;
  /** ms since 1970-01-01T00:00:00Z */
  @Column({ type: 'bigint', update: false }) at!: string;
  @Column({ type: 'text', nullable: true, update: false }) commitment!: string | null;
}
