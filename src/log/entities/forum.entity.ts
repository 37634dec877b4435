import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('forum')
export class ForumEntity {
  @PrimaryColumn({ type: 'uuid', name: 'forum_id' }) forumId!: string;
  @Column({ type: 'text', unique: true }) slug!: string;
  @Column('text') title!: string;
  @Column('text') description!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
}
