import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of each line of a list, so that taking it over again gives nobody a second link. */
export class Listed1760000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // `run`: one taking over, in however many parts. `key`: of the address or the name, hashed. `person_id`: they joined.
    // Which groups a line gives stands with its link or its person, not here.
    await runner.query(
      `CREATE TABLE claim_listed (
         forum_id uuid NOT NULL,
         run uuid NOT NULL,
         line integer NOT NULL,
         key text NOT NULL,
         invitation_id uuid REFERENCES invitation (invitation_id) ON DELETE CASCADE,
         person_id uuid REFERENCES person (id) ON DELETE CASCADE,
         PRIMARY KEY (forum_id, run, line)
       )`,
    );
    await runner.query('CREATE INDEX claim_listed_key_idx ON claim_listed (forum_id, key)');
    await runner.query('CREATE INDEX claim_listed_invitation_idx ON claim_listed (invitation_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE claim_listed');
  }
}
