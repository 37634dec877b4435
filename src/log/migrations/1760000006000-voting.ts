import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What voters were shown, and the measure of how alike two texts are. Neither stands in a journal. */
export class Voting1760000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table card_seen, card_shown`);
  }
}

const UP = [
  `create table card_seen (
     panel_id uuid not null,
     seat text not null,
     contribution_id text not null,
     primary key (panel_id, seat, contribution_id)
   )`,
  `create table card_shown (
     panel_id uuid not null,
     contribution_id text not null,
     shown integer not null,
     primary key (panel_id, contribution_id)
   ) with (fillfactor = 50)`,
  // Where it may not be made, texts are compared in the process instead: see /health.
  `do $$ begin create extension if not exists pg_trgm; exception when others then null; end $$`,
];
