import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Journals1760000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...GUARDS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ballot, intent_receipt, entry_body, entry, panel, forum`);
    await runner.query(`drop function kurultai_append_only, kurultai_erasable`);
  }
}

const TABLES = [
  `create table forum (
     forum_id uuid primary key,
     slug text not null unique,
     title text not null,
     description text not null default '',
     created_at timestamptz not null default now()
   )`,
  `create table panel (
     panel_id uuid primary key,
     forum_id uuid not null,
     access text not null check (access in ('open', 'invitation')),
     panel_seq integer not null default 0,
     record_seq integer not null default 0,
     docket_seq integer not null default 0,
     erasures integer not null default 0,
     summary jsonb,
     source text unique,
     created_at timestamptz not null default now()
   ) with (fillfactor = 50)`,
  `create index panel_by_forum on panel (forum_id)`,
  `create table entry (
     panel_id uuid not null,
     journal text not null check (journal in ('record', 'docket')),
     seq integer not null check (seq > 0),
     panel_seq integer not null check (panel_seq > 0),
     type text not null,
     data jsonb not null,
     at bigint not null,
     commitment text,
     primary key (panel_id, journal, seq),
     constraint entry_in_order unique (panel_id, panel_seq)
   )`,
  `create index entry_record_by_time on entry (panel_id, at) where journal = 'record'`,
  `create index entry_redactions on entry (panel_id, (data->>'contributionId'), seq) where type = 'Redacted'`,
  `create table entry_body (
     panel_id uuid not null,
     journal text not null,
     seq integer not null,
     contribution_id text,
     body jsonb not null,
     words text,
     salt bytea not null,
     primary key (panel_id, journal, seq)
   )`,
  `create index entry_body_of_record on entry_body (panel_id, contribution_id) where journal = 'record'`,
  `create table intent_receipt (
     panel_id uuid not null,
     intent_id text not null,
     fingerprint text not null,
     value json not null,
     at timestamptz not null default now(),
     primary key (panel_id, intent_id)
   )`,
  `create table ballot (
     ballot_id bigserial primary key,
     panel_id uuid not null,
     contribution_id text not null,
     seat text not null,
     choice smallint not null check (choice in (-1, 0, 1)),
     at bigint not null,
     intent_id text not null,
     constraint ballot_once unique (panel_id, intent_id)
   )`,
  `create index ballot_by_contribution on ballot (panel_id, contribution_id, seat, ballot_id desc)`,
  `create index ballot_by_seat on ballot (panel_id, seat, contribution_id, ballot_id desc)`,
];

/** Journals only grow, whoever asks. The one lawful deletion is a body, within a transaction that says it erases. */
const GUARDS = [
  `create function kurultai_append_only() returns trigger language plpgsql as $$
   begin
     raise exception 'The table % only grows: % is not allowed.', tg_table_name, lower(tg_op) using errcode = '42501';
   end $$`,
  `create function kurultai_erasable() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' and current_setting('kurultai.erasing', true) = 'on' then
       return null;
     end if;
     raise exception 'The table % only grows: % is not allowed.', tg_table_name, lower(tg_op) using errcode = '42501';
   end $$`,
  ...['entry', 'intent_receipt', 'ballot'].map(
    (table) => `create trigger ${table}_only_grows before update or delete or truncate on ${table}
     for each statement execute function kurultai_append_only()`,
  ),
  `create trigger entry_body_only_grows before update or delete or truncate on entry_body
   for each statement execute function kurultai_erasable()`,
];
