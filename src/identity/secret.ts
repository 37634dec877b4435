import { randomBytes } from 'node:crypto';
import { row, rows, type Db } from './sql.js';

/**
 * The key that signs session cookies: made at first start and kept in the database, so that every node of one forum
 * reads the others’ cookies without being configured.
 */
export async function sessionSecret(db: Db): Promise<string> {
  const fresh = randomBytes(32).toString('base64url');
  await rows(db, 'INSERT INTO identity_secret (secret) VALUES ($1) ON CONFLICT DO NOTHING', [fresh]);
  const kept = await row<{ secret: string }>(db, 'SELECT secret FROM identity_secret');
  if (!kept) throw new Error('The signing key could not be stored.');
  return kept.secret;
}
