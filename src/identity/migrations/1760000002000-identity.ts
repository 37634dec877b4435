import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first four tables are better-auth’s (as its `getMigrations` plans them for `authOptions`), the others ours. */
export class Identity1760000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

const UP = [
  `CREATE TABLE person (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    email text NOT NULL UNIQUE,
    email_verified boolean NOT NULL DEFAULT false,
    image text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    guest boolean DEFAULT false,
    banned boolean NOT NULL DEFAULT false
  )`,
  `CREATE TABLE person_session (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    expires_at timestamptz NOT NULL,
    token text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    ip_address text,
    user_agent text,
    person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE
  )`,
  `CREATE INDEX person_session_person_id_idx ON person_session (person_id)`,
  `CREATE TABLE person_account (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id text NOT NULL,
    provider_id text NOT NULL,
    person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (provider_id, account_id)
  )`,
  `CREATE INDEX person_account_person_id_idx ON person_account (person_id)`,
  `CREATE TABLE person_verification (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    identifier text NOT NULL,
    value text NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE INDEX person_verification_identifier_idx ON person_verification (identifier)`,

  `CREATE TABLE role_grant (
    person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    forum_id uuid,
    panel_id uuid,
    role text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE NULLS NOT DISTINCT (person_id, forum_id, panel_id, role),
    CHECK (forum_id IS NOT NULL OR (panel_id IS NULL AND role = 'owner'))
  )`,
  `CREATE INDEX role_grant_forum_idx ON role_grant (forum_id, panel_id)`,
  `CREATE TABLE invitation (
    invitation_id uuid PRIMARY KEY,
    token_hash text NOT NULL UNIQUE,
    forum_id uuid,
    panel_id uuid,
    role text NOT NULL,
    email text,
    max_uses integer NOT NULL CHECK (max_uses > 0),
    uses integer NOT NULL DEFAULT 0 CHECK (uses <= max_uses),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    created_by uuid REFERENCES person (id) ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE INDEX invitation_forum_idx ON invitation (forum_id, created_at)`,
  // `person_id` is null for the seats of an imported panel: nobody can sit down there.
  `CREATE TABLE seat (
    panel_id uuid NOT NULL,
    seat_id uuid NOT NULL,
    person_id uuid REFERENCES person (id) ON DELETE SET NULL,
    name text NOT NULL,
    skeleton text NOT NULL,
    caseless text NOT NULL,
    affiliation text NOT NULL DEFAULT '',
    role text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (panel_id, seat_id),
    UNIQUE (panel_id, person_id),
    UNIQUE (panel_id, skeleton),
    UNIQUE (panel_id, caseless)
  )`,
  `CREATE INDEX seat_person_idx ON seat (person_id)`,
  `CREATE TABLE identity_signal (
    id bigserial PRIMARY KEY,
    session_id uuid,
    person_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
  )`,
  `CREATE INDEX identity_signal_at_idx ON identity_signal (at)`,
  `CREATE TABLE identity_secret (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    secret text NOT NULL
  )`,
];

const TABLES = [
  'identity_secret',
  'identity_signal',
  'seat',
  'invitation',
  'role_grant',
  'person_verification',
  'person_account',
  'person_session',
  'person',
];
