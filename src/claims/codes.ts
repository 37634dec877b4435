import { createHash, createHmac, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reply } from '../../domain/wire/protocol.js';
import { granted, refused } from '../identity/refused.js';
import { sessionSecret } from '../identity/secret.js';
import { row, rows } from '../identity/sql.js';
import type { Session } from '../identity/types.js';
import { ForumGroups } from './forum-groups.js';
import { giveClaims, groupsOf, hasAttested, touch } from './tables.js';

/** Without letters that are read as others. Twelve of them are 60 random bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

interface Batch {
  readonly forumId: string;
  readonly group: string;
  readonly count: number;
  readonly requestId?: string | undefined;
}

export interface Redeemed {
  readonly reply: Reply<{ readonly forumId: string; readonly group: string }>;
  readonly isGuess: boolean;
}

/** Codes for one use each, which a focal point hands to people it vouches for: it alone knows whom it gave them to. */
@Injectable()
export class Codes {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(ForumGroups) private readonly forumGroups: ForumGroups,
  ) {}

  /** Told this once: what is kept is their hashes. Asked again because the answer was lost, they are the same. */
  async make(
    by: Session,
    { forumId, group, count, requestId }: Batch,
  ): Promise<Reply<{ readonly codes: readonly string[] }>> {
    if (!(await this.forumGroups.mayDefine(by, forumId))) return refused('not-allowed');
    const groups = await groupsOf(this.database, forumId);
    if (!groups.some(({ id }) => id === group)) return refused('bad-request', { field: 'group' });

    await touch(this.database, forumId);
    const secret = await sessionSecret(this.database);
    const batch = ['claim codes', requestId ?? randomUUID(), by.personId, forumId, group].join(' ');
    const codes = Array.from({ length: count }, (_, i) => codeOf(secret, `${batch} ${i}`));
    await rows(this.database, INSERT, [codes.map(hashOfCode), forumId, group]);
    return granted({ codes });
  }

  /**
   * Gives what the code is for, and uses it up unless the person has that already: then also a code that was used is good,
   * for the answer to its first use may have been lost. `isGuess`: there never was such a code.
   */
  redeem(by: Session, code: string): Promise<Redeemed> {
    const hash = hashOfCode(code);
    return this.database.transaction(async (db) => {
      const found = await row<{ forumId: string; group: string; used: boolean }>(
        db,
        `SELECT forum_id AS "forumId", group_id AS "group", used FROM claim_code WHERE sha256 = $1 FOR UPDATE`,
        [hash],
      );
      if (!found) return { isGuess: true, reply: refused('bad-code', { field: 'code' }) };

      const { forumId, group, used } = found;
      const { personId } = by;
      if (used) {
        const isTheirs = await hasAttested(db, { personId, forumId, group });
        return {
          isGuess: false,
          reply: isTheirs ? granted({ forumId, group }) : refused('bad-code', { field: 'code' }),
        };
      }
      const given = await giveClaims(db, { personId, forumId, groups: [group], source: 'code' });
      if (given === 'rival') return { isGuess: false, reply: refused('one-per-axis', { field: 'code' }) };
      if (given === 'new') await rows(db, 'UPDATE claim_code SET used = true WHERE sha256 = $1', [hash]);
      return { isGuess: false, reply: granted({ forumId, group }) };
    });
  }
}

const INSERT = `
  INSERT INTO claim_code (sha256, forum_id, group_id) SELECT unnest($1::text[]), $2, $3 ON CONFLICT DO NOTHING`;

/** By a key that never leaves the server, so that nothing of the codes has to be kept to say them again. */
function codeOf(secret: string, what: string): string {
  const bytes = createHmac('sha256', secret).update(what).digest();
  const letters = [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** However it was typed: small letters, other dashes, an O for a zero. */
function hashOfCode(code: string): string {
  const letters = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(letters).digest('hex');
}
