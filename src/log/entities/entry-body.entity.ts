import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Journal } from '../../../domain/panel/events.js';

/** The words of an entry and the salt of its commitment. Both go when the words are erased. */
@Entity('entry_body')
export class EntryBodyEntity {
  @PrimaryColumn({ type: 'uuid', name: 'panel_id' }) panelId!: string;
  @PrimaryColumn('text') journal!: Journal;
  @PrimaryColumn('integer') seq!: number;
  @Column({ type: 'text', name: 'contribution_id', nullable: true, update: false }) contributionId!: string | null;
  @Column({ type: 'jsonb', update: false }) body!: object;
  /** The text as search looks at it. */
  @Column({ type: 'text', nullable: true, update: false }) words!: string | null;
  @Column({ type: 'bytea', update: false }) salt!: Buffer;
}
