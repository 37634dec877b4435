import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who counts for what. No table here has a time of anything a person did, and none of them is read outside this room. */
export class Claims1760000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

const UP = [
  `CREATE TABLE forum_groups (
    forum_id uuid PRIMARY KEY,
    groups jsonb NOT NULL
  )`,
  `CREATE TABLE claim (
    person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    forum_id uuid NOT NULL,
    group_id text NOT NULL,
    attested boolean NOT NULL,
    source text NOT NULL CHECK (source IN ('accreditation', 'invitation', 'code', 'self')),
    PRIMARY KEY (person_id, forum_id, group_id),
    CHECK (attested = (source <> 'self'))
  )`,
  `CREATE INDEX claim_forum_idx ON claim (forum_id, group_id)`,
  // Whoever used a code is not kept, nor when: that it was good is all there is.
  `CREATE TABLE claim_code (
    sha256 text PRIMARY KEY,
    forum_id uuid NOT NULL,
    group_id text NOT NULL,
    used boolean NOT NULL DEFAULT false
  )`,
  `CREATE INDEX claim_code_forum_idx ON claim_code (forum_id, group_id)`,
  `CREATE TABLE invitation_claim (
    invitation_id uuid NOT NULL REFERENCES invitation (invitation_id) ON DELETE CASCADE,
    group_id text NOT NULL,
    source text NOT NULL CHECK (source IN ('accreditation', 'invitation')),
    PRIMARY KEY (invitation_id, group_id)
  )`,
  // `told`: the room of the panel knows of this version.
  `CREATE TABLE claim_profile (
    panel_id uuid NOT NULL,
    seat uuid NOT NULL,
    version integer NOT NULL,
    claims jsonb NOT NULL,
    told boolean NOT NULL DEFAULT true,
    PRIMARY KEY (panel_id, seat, version)
  )`,
  `CREATE INDEX claim_profile_untold_idx ON claim_profile (panel_id) WHERE NOT told`,
  `CREATE TABLE claim_ending (
    panel_id uuid PRIMARY KEY,
    archived_at timestamptz,
    published_at timestamptz
  )`,
];

const TABLES = ['claim_ending', 'claim_profile', 'invitation_claim', 'claim_code', 'claim', 'forum_groups'];
