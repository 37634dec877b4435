import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For looking through the records of many panels at once. */
export class Search1760000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index entry_thread_titles on entry (panel_id, (data->>'threadId'), seq)
       where journal = 'record' and type in ('ThreadOpened', 'ThreadRenamed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index entry_thread_titles`);
  }
}
