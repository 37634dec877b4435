import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { audit } from '../../../domain/amplify/slate/audit.js';
import { slateOf } from '../../../domain/amplify/slate/slate.js';
import { figuresOf, mostSupported } from './measure.js';
import { sentencesOf, tableOf } from './sentences.js';
import { readVotes } from './votes.js';

const COMMENTS = ['comment-id,moderated', ...[9, 1, 2, 3, 4].map((id) => `${id},1`), '5,0', '6,-1'];
/** Six like 1 to 3, three like 4, two like nothing; one voted too little. Nobody may vote for the declined 6. */
const VOTES = [
  'participant,xid,group-id,9,1,2,3,4,5,6',
  ...Array.from({ length: 6 }, (_, i) => `${i},,0,,1,1,1,-1,0,1`),
  ...Array.from({ length: 3 }, (_, i) => `${10 + i},,,0,-1,-1,0,1,,1`),
  '20,,1,0,0,0,0,0,,1',
  '21,,1,-1,-1,-1,-1,-1,-1,',
  '30,,0,,1,1,1,1,,1',
];

describe('a slate from the votes of a Polis conversation', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slate-'));
    await write('comments.csv', COMMENTS);
    await write('participants-votes.csv', VOTES);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = (file: string, lines: readonly string[]) => writeFile(join(folder, file), `${lines.join('\n')}\n`);

  it('[S16] takes everybody with five votes on what was not declined', async () => {
    const { items, input, groups } = await readVotes(folder, 2);

    expect(items).toEqual([1, 2, 3, 4, 5, 9]);
    expect(groups).toEqual(['0', '0', '0', '0', '0', '0', '', '', '', '1', '1']);
    expect(input).toEqual({
      voters: 11,
      support: [[0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [6, 7, 8], [], []],
      posed: [],
      seats: 2,
    });
  });

  it('[S16] is measured beside the items with most votes', async () => {
    const votes = await readVotes(folder, 2);
    const chosen = slateOf(votes.input).map(({ item }) => item);

    expect(figuresOf(votes, mostSupported(votes))).toEqual({
      coverage: 6 / 9,
      worstCluster: 1,
      alphaJR: expect.closeTo(6 / 11, 12),
      alphaEJRplus: expect.closeTo(6 / 11, 12),
      items: [1, 2],
    });
    expect(figuresOf(votes, chosen)).toMatchObject({ coverage: 1, alphaJR: 0, items: [1, 4] });
  });

  it('[S10, S16] is told in sentences', async () => {
    const votes = await readVotes(folder, 2);
    const seats = slateOf(votes.input);
    const chosen = seats.map(({ item }) => item);

    expect(sentencesOf(seats, audit(votes.input, chosen), (item) => `Q${votes.items[item]}`).split('\n')).toEqual([
      '1. Q1: 6 people put their equal share here; for 6 of them it is the only item in the slate.',
      '2. Q4: fewer than 5 people who support nothing else in the slate support this.',
      'Largest group left out: nobody.',
    ]);
    expect(tableOf({ amplify: figuresOf(votes, chosen) })).toMatch(/amplify +100\.0 % +100\.0 % +0\.00 +0\.\d\d +1 4$/);
  });

  it.each([
    ['has no column called group-id.', ['participant,1,2', '0,1,1']],
    ['must be 1, 0, -1 or empty.', [...VOTES, '40,,0,,1,1,2,1,,1']],
    ['has 3 columns where the header has 10.', [...VOTES, '40,,0']],
    ['has no column of a comment that was not declined.', ['participant,group-id,6', '0,1,1']],
    ['is empty.', ['']],
  ])('[S16] refuses a broken export: %s', async (reason, lines) => {
    await write('participants-votes.csv', lines);

    await expect(readVotes(folder, 2)).rejects.toThrow(reason);
  });
});
