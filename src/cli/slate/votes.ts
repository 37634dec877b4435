import { join } from 'node:path';
import type { SlateInput } from '../../../domain/amplify/slate/slate.js';
import { BrokenFile } from '../polis/broken-file.js';
import { Fingerprint, rowsOf } from '../polis/csv.js';
import { tableOf } from '../polis/table.js';

/** What a conversation exported by Polis says about support (amplification: how slates are measured on real votes). */
export interface PolisVotes {
  /** Ids of the comments that moderators did not decline, by number: the items of `input`, in order. */
  readonly items: readonly number[];
  readonly input: SlateInput;
  /** Per voter: the opinion group, empty where there is none. */
  readonly groups: readonly string[];
}

const FILE = 'participants-votes.csv';
const GROUP = 'group-id';
const VOTES_FROM = 5;

/**
 * Voters are the rows of participants-votes.csv with five votes or more on the items.
 *
 * @throws BrokenFile with file, line and reason.
 */
export async function readVotes(folder: string, seats: number): Promise<PolisVotes> {
  const published = await publishedIn(folder);
  const support: number[][] = [];
  const groups: string[] = [];
  let columns: Columns | null = null;

  for await (const { line, fields } of rowsOf(join(folder, FILE), () => undefined)) {
    if (!columns) {
      columns = columnsOf(line, fields, published);
      for (const _ of columns.items) support.push([]);
      continue;
    }
    if (fields.length !== columns.width) {
      throw new BrokenFile(FILE, line, `has ${fields.length} columns where the header has ${columns.width}.`);
    }

    const votes = columns.items.map(({ id, at }) => voteOf(fields[at], line, id));
    if (votes.filter((vote) => vote !== null).length < VOTES_FROM) continue;
    for (const [item, vote] of votes.entries()) if (vote === 1) support[item]?.push(groups.length);
    groups.push(fields[columns.group]?.trim() ?? '');
  }

  if (!columns) throw new BrokenFile(FILE, null, 'is empty.');
  return {
    items: columns.items.map(({ id }) => id),
    input: { voters: groups.length, support, posed: [], seats },
    groups,
  };
}

async function publishedIn(folder: string): Promise<ReadonlySet<number>> {
  const published = new Set<number>();
  for await (const row of tableOf(folder, 'comments.csv', ['comment-id', 'moderated'], new Fingerprint())) {
    const id = row.integer('comment-id');
    if (row.oneOf('moderated', [1, 0, -1]) !== -1) published.add(id);
  }
  return published;
}

interface Columns {
  readonly width: number;
  readonly group: number;
  readonly items: readonly { readonly id: number; readonly at: number }[];
}

/** The columns of votes bear the ids of comments. */
function columnsOf(line: number, header: readonly string[], published: ReadonlySet<number>): Columns {
  const names = header.map((name) => name.trim().toLowerCase());
  const group = names.indexOf(GROUP);
  if (group === -1) throw new BrokenFile(FILE, line, `has no column called ${GROUP}.`);

  const items = names
    .map((name, at) => ({ id: /^\d+$/.test(name) ? Number(name) : -1, at }))
    .filter(({ id }) => published.has(id))
    .sort((a, b) => a.id - b.id);
  if (items.length === 0) throw new BrokenFile(FILE, line, 'has no column of a comment that was not declined.');
  return { width: header.length, group, items };
}

/** 1 agree, 0 pass, -1 disagree; null where somebody did not vote. */
function voteOf(field: string | undefined, line: number, id: number): number | null {
  const vote = field?.trim() ?? '';
  if (vote === '') return null;
  if (!/^(-?1|0)(\.0+)?$/.test(vote)) {
    throw new BrokenFile(FILE, line, `the vote on comment ${id} must be 1, 0, -1 or empty.`);
  }
  return Number(vote);
}
