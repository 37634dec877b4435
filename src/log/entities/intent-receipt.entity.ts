import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an intent was answered, for as long as its panel exists. */
@Entity('intent_receipt')
export class IntentReceiptEntity {
  @PrimaryColumn({ type: 'uuid', name: 'panel_id' }) panelId!: string;
  @PrimaryColumn({ type: 'text', name: 'intent_id' }) intentId!: string;
  @Column({ type: 'text', update: false }) fingerprint!: string;
  @Column({ type: 'json', update: false }) value!: unknown;
  @Column({ type: 'timestamptz', update: false }) at!: Date;
}
