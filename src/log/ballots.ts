import type { DataSource } from 'typeorm';
import type { Choice, Tally } from '../../domain/panel/events.js';
import type { Session } from './sql.js';
import { inSession, rowsOf } from './sql.js';
import type { Draft } from './types.js';
import type { LastVote } from './voting.js';

const NUMBER_OF = { agree: 1, pass: 0, disagree: -1 } as const satisfies Record<Choice, number>;

const CHOICE_OF = { '1': 'agree', '0': 'pass', '-1': 'disagree' } as const satisfies Record<string, Choice>;

export function ballotRow({ contributionId, seat, choice, at, intentId }: Draft['ballots'][number]): object {
  return { c: contributionId, s: seat, h: NUMBER_OF[choice], a: at, i: intentId };
}

const TALLIES = tallying('');
const TALLIES_OF = tallying('and contribution_id = any($2::text[])');

const VOTES = {
  name: 'ballot-votes-of',
  text: `select distinct on (contribution_id) contribution_id as "contributionId", choice::text as choice
    from ballot where panel_id = $1 and seat = $2 order by contribution_id, ballot_id desc`,
};

const LAST_VOTES = {
  name: 'ballot-last-votes',
  text: `select distinct on (contribution_id, seat) contribution_id as "contributionId", seat, choice::text as choice
    from ballot where panel_id = $1 order by contribution_id, seat, ballot_id desc`,
};

export async function tallies(
  db: DataSource,
  panelId: string,
  contributionIds: readonly string[] | null,
): Promise<readonly Tally[]> {
  return inSession(db, (session) => counted(session, panelId, contributionIds));
}

/** The same within a transaction of the caller’s. */
export async function counted(
  session: Session,
  panelId: string,
  contributionIds: readonly string[] | null,
): Promise<readonly Tally[]> {
  if (contributionIds === null) return session.rows<Tally>(TALLIES, [panelId]);
  if (contributionIds.length === 0) return [];
  return session.rows<Tally>(TALLIES_OF, [panelId, contributionIds]);
}

export async function votesOf(
  db: DataSource,
  panelId: string,
  seat: string,
): Promise<Readonly<Record<string, Choice>>> {
  const rows = await rowsOf<{ contributionId: string; choice: keyof typeof CHOICE_OF }>(db, VOTES, [panelId, seat]);
  return Object.fromEntries(rows.map(({ contributionId, choice }) => [contributionId, CHOICE_OF[choice]]));
}

/** What everybody chose last, by contribution and seat. */
export async function lastVotes(db: DataSource, panelId: string): Promise<readonly LastVote[]> {
  const rows = await rowsOf<Omit<LastVote, 'choice'> & { choice: keyof typeof CHOICE_OF }>(db, LAST_VOTES, [panelId]);
  return rows.map((row) => ({ ...row, choice: CHOICE_OF[row.choice] }));
}

function tallying(where: string) {
  return {
    name: where ? 'ballot-tallies-of' : 'ballot-tallies',
    text: `select contribution_id as "contributionId",
        (count(*) filter (where choice = 1))::integer as agree,
        (count(*) filter (where choice = 0))::integer as pass,
        (count(*) filter (where choice = -1))::integer as disagree
      from (
        select distinct on (contribution_id, seat) contribution_id, choice from ballot
        where panel_id = $1 ${where} order by contribution_id, seat, ballot_id desc
      ) last
      group by contribution_id order by contribution_id`,
  };
}
