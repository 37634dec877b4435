import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('meta')
export class MetaRow {
  @PrimaryColumn('text') key!: string;
  @Column('text') value!: string;
}
