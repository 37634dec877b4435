import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reports1760000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table panel_report (
         panel_id uuid primary key,
         published_at timestamptz not null,
         report jsonb not null
       )`,
    );
    // What was published once is never told otherwise: two editions could be told apart by a single person.
    await runner.query(
      `create trigger panel_report_stays before update or delete or truncate on panel_report
       for each statement execute function kurultai_append_only()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table panel_report`);
  }
}
