import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts about the whole database. `epoch` names this history: whoever restores a backup gives it another. */
export class Meta1760000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table meta (key text primary key, value text not null)`);
    await runner.query(`insert into meta (key, value) values ('epoch', gen_random_uuid()::text)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table meta`);
  }
}
