import { basename, join, resolve } from 'node:path';
import { acceptBody } from '../../../domain/text/body.js';
import { BrokenFile } from './broken-file.js';
import { Fingerprint, rowsOf } from './csv.js';
import { tableOf } from './table.js';

export interface PolisComment {
  readonly id: number;
  readonly author: number;
  /** ms since the epoch. */
  readonly at: number;
  /** 1 published, -1 declined, 0 left undecided. */
  readonly moderated: 1 | 0 | -1;
  /** As `acceptBody` lets it stand. */
  readonly text: string;
}

export interface PolisVote {
  readonly comment: number;
  readonly voter: number;
  /** ms since the epoch. */
  readonly at: number;
  /** 1 agree, 0 pass, -1 disagree. */
  readonly vote: 1 | 0 | -1;
}

export interface Polis {
  readonly topic: string;
  readonly description: string;
  readonly url: string;
  /** By time, ties by id. */
  readonly comments: readonly PolisComment[];
  /** By time, ties by their order in the file. One a row of votes.csv. */
  readonly votes: readonly PolisVote[];
  /** Votes on comments the export does not contain. */
  readonly orphans: number;
  /** Distinct people among authors and voters. */
  readonly participants: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** SHA-256 over the three files, lower-case hex. */
  readonly digest: string;
}

const COMMENTS = ['timestamp', 'comment-id', 'author-id', 'moderated', 'comment-body'];
const VOTES = ['timestamp', 'comment-id', 'voter-id', 'vote'];
const SIGNS = [1, 0, -1] as const;
const END_OF_TIME = 8.64e15;

/**
 * Reads a conversation as Polis exports it: comments.csv, votes.csv and summary.csv in one folder
 * (compdemocracy.org/polis; the columns are described in docs/tools.md).
 *
 * @throws BrokenFile with file, line and reason: nothing of a broken export is used.
 */
export async function readPolis(folder: string): Promise<Polis> {
  const fingerprint = new Fingerprint();
  const summary = await readSummary(folder, fingerprint);
  const comments = await readComments(folder, fingerprint);
  const votes = await readVotes(folder, fingerprint);

  const times = [...comments, ...votes].map((row) => row.at).filter((at) => at > 0);
  const firstAt = times.reduce((least, at) => Math.min(least, at), times[0] ?? 0);
  const lastAt = times.reduce((most, at) => Math.max(most, at), firstAt);
  const known = new Set(comments.map((comment) => comment.id));

  return {
    topic: summary.get('topic')?.trim() || basename(resolve(folder)),
    description: summary.get('conversation-description')?.trim() ?? '',
    url: summary.get('url')?.trim() ?? '',
    comments: dated(comments, firstAt).sort((a, b) => a.at - b.at || a.id - b.id),
    votes: dated(votes, firstAt).sort((a, b) => a.at - b.at),
    orphans: votes.filter((vote) => !known.has(vote.comment)).length,
    participants: new Set([...comments.map((comment) => comment.author), ...votes.map((vote) => vote.voter)]).size,
    firstAt,
    lastAt,
    digest: fingerprint.digest(),
  };
}

/** No header: a key and a value in each row. */
async function readSummary(folder: string, fingerprint: Fingerprint): Promise<ReadonlyMap<string, string>> {
  const file = 'summary.csv';
  const part = fingerprint.part(file);
  const summary = new Map<string, string>();
  for await (const { line, fields } of rowsOf(join(folder, file), part.heard)) {
    const [key, value] = fields;
    if (key === undefined || value === undefined || fields.length !== 2) {
      throw new BrokenFile(file, line, `has ${fields.length} columns where a key and a value belong.`);
    }
    summary.set(key.trim().toLowerCase(), value);
  }
  if (!summary.has('topic')) throw new BrokenFile(file, null, 'has no row called topic.');
  part.end();
  return summary;
}

async function readComments(folder: string, fingerprint: Fingerprint): Promise<PolisComment[]> {
  const comments: PolisComment[] = [];
  const lines = new Map<number, number>();
  for await (const row of tableOf(folder, 'comments.csv', COMMENTS, fingerprint)) {
    const id = row.integer('comment-id');
    const earlier = lines.get(id);
    if (earlier !== undefined) throw row.refuse(`comment-id ${id} was used on line ${earlier} already.`);
    lines.set(id, row.line);

    const body = acceptBody(row.text('comment-body'));
    if (!body.ok) throw row.refuse(`comment-body: ${body.message}`);
    comments.push({
      id,
      author: row.integer('author-id'),
      at: time(row.integer('timestamp'), row.refuse),
      moderated: row.oneOf('moderated', SIGNS),
      text: body.text,
    });
  }
  return inMilliseconds(comments);
}

async function readVotes(folder: string, fingerprint: Fingerprint): Promise<PolisVote[]> {
  const votes: PolisVote[] = [];
  for await (const row of tableOf(folder, 'votes.csv', VOTES, fingerprint)) {
    votes.push({
      comment: row.integer('comment-id'),
      voter: row.integer('voter-id'),
      at: time(row.integer('timestamp'), row.refuse),
      vote: row.oneOf('vote', SIGNS),
    });
  }
  return inMilliseconds(votes);
}

function time(timestamp: number, refuse: (reason: string) => BrokenFile): number {
  if (timestamp > END_OF_TIME) throw refuse(`timestamp ${timestamp} is not a time.`);
  return timestamp;
}

/** Newer exports count in seconds: then even the last time lies in the first days of 1970 when read as milliseconds. */
function inMilliseconds<T extends { readonly at: number }>(rows: T[]): T[] {
  const last = rows.reduce((most, row) => Math.max(most, row.at), 0);
  const areSeconds = last > 1e8 && last < 1e11;
  return areSeconds ? rows.map((row) => ({ ...row, at: row.at * 1000 })) : rows;
}

/** Some exports hold times of 0 or less: the earliest known time stands in for them. */
function dated<T extends { readonly at: number }>(rows: readonly T[], firstAt: number): T[] {
  return rows.map((row) => (row.at > 0 ? row : { ...row, at: firstAt }));
}
