import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One vote. A person’s last one on a contribution counts. */
@Entity('ballot')
export class BallotEntity {
  @PrimaryGeneratedColumn('increment', { name: 'ballot_id', type: 'bigint' }) ballotId!: string;
  @Column({ type: 'uuid', name: 'panel_id', update: false }) panelId!: string;
  @Column({ type: 'text', name: 'contribution_id', update: false }) contributionId!: string;
  @Column({ type: 'text', update: false }) seat!: string;
  /** 1 agree, 0 pass, -1 disagree */
  @Column({ type: 'smallint', update: false }) choice!: number;
  @Column({ type: 'bigint', update: false }) at!: string;
  @Column({ type: 'text', name: 'intent_id', update: false }) intentId!: string;
}
