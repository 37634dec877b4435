import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is needed to end claims also where nobody archives a panel, and to know afterwards that they have ended. */
export class Endings1760000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // `panel_seq`, `moved_at`: how far the panel was, and when that was first seen. `forgotten_at`: its profiles are gone.
    // `carried_out`: what people claimed in the forum was deleted with it.
    await runner.query(
      `ALTER TABLE claim_ending ADD COLUMN panel_seq integer, ADD COLUMN moved_at timestamptz,
         ADD COLUMN forgotten_at timestamptz, ADD COLUMN carried_out boolean NOT NULL DEFAULT false`,
    );
    // When organisers last gave groups to somebody: never when a person used or said anything.
    await runner.query('ALTER TABLE forum_groups ADD COLUMN touched_at timestamptz NOT NULL DEFAULT now()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE forum_groups DROP COLUMN touched_at');
    await runner.query(
      `ALTER TABLE claim_ending DROP COLUMN panel_seq, DROP COLUMN moved_at, DROP COLUMN forgotten_at,
         DROP COLUMN carried_out`,
    );
  }
}
