import { createHash, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reply } from '../../domain/wire/protocol.js';
import { granted, refused } from '../identity/refused.js';
import { row, rows } from '../identity/sql.js';
import type { Session } from '../identity/types.js';
import { ForumGroups } from './forum-groups.js';
import { giveClaims, groupsOf, touch } from './tables.js';

/** Without letters that are read as others. Twelve of them are 60 random bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** Codes for one use each, which a focal point hands to people it vouches for: it alone knows whom it gave them to. */
@Injectable()
export class Codes {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(ForumGroups) private readonly forumGroups: ForumGroups,
  ) {}

  /** Told this once: what is kept is their hashes. */
  async make(
    by: Session,
    { forumId, group, count }: { readonly forumId: string; readonly group: string; readonly count: number },
  ): Promise<Reply<{ readonly codes: readonly string[] }>> {
    if (!(await this.forumGroups.mayDefine(by, forumId))) return refused('not-allowed');
    const groups = await groupsOf(this.database, forumId);
    if (!groups.some(({ id }) => id === group)) return refused('bad-request', { field: 'group' });

    await touch(this.database, forumId);
    const codes = Array.from({ length: count }, newCode);
    await rows(this.database, 'INSERT INTO claim_code (sha256, forum_id, group_id) SELECT unnest($1::text[]), $2, $3', [
      codes.map(hashOfCode),
      forumId,
      group,
    ]);
    return granted({ codes });
  }

  /** Gives what the code is for, and uses it up unless the person has that already. */
  redeem(by: Session, code: string): Promise<Reply<{ readonly forumId: string; readonly group: string }>> {
    const hash = hashOfCode(code);
    return this.database.transaction(async (db) => {
      const found = await row<{ forumId: string; group: string }>(
        db,
        `SELECT forum_id AS "forumId", group_id AS "group" FROM claim_code WHERE sha256 = $1 AND NOT used FOR UPDATE`,
        [hash],
      );
      if (!found) return refused('bad-code', { field: 'code' });

      const { forumId, group } = found;
      const isNew = await giveClaims(db, { personId: by.personId, forumId, groups: [group], source: 'code' });
      if (isNew) await rows(db, 'UPDATE claim_code SET used = true WHERE sha256 = $1', [hash]);
      return granted({ forumId, group });
    });
  }
}

function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
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
