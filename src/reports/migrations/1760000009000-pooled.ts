import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports over several panels of a forum. A panel is in one of them at most: two could be told apart by what differs. */
export class Pooled1760000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table pooled_panel, pooled_report`);
    await runner.query(`alter table panel_report drop column part`);
  }
}

const UP = [
  // Null for reports that were published before there was such a thing: these panels are in no pooled report.
  `alter table panel_report add column part jsonb`,
  `create table pooled_report (
     report_id uuid primary key,
     forum_id uuid not null,
     published_at timestamptz not null,
     report jsonb not null
   )`,
  `create index pooled_report_forum_idx on pooled_report (forum_id)`,
  `create table pooled_panel (
     panel_id uuid primary key,
     report_id uuid not null references pooled_report
   )`,
  `create index pooled_panel_report_idx on pooled_panel (report_id)`,
  ...['pooled_report', 'pooled_panel'].map(
    (table) => `create trigger ${table}_stays before update or delete or truncate on ${table}
      for each statement execute function kurultai_append_only()`,
  ),
];
