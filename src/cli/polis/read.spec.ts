import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readPolis } from './read.js';

const WELL = join('test', 'fixtures', 'polis', 'village-well');

describe('reading a Polis export', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'polis-'));
    await cp(WELL, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const path = (file: string) => join(folder, file);
  const write = (file: string, content: string | Buffer) => writeFile(path(file), content);
  const change = async (file: string, how: (text: string) => string) =>
    write(file, how(await readFile(path(file), 'utf8')));
  const reasonFor = async () => {
    const outcome = await readPolis(folder).catch((error: Error) => error);
    if (!(outcome instanceof Error)) throw new Error('It was read.');
    return `${outcome.name} ${outcome.message}`;
  };

  it('[T1] reads what the three files say', async () => {
    const polis = await readPolis(folder);

    expect(polis).toMatchObject({ topic: 'The village well, and who mends it', orphans: 1, participants: 8 });
    expect(polis.description).toBe('The pump is old. Two ways are open:\n\n1. mend it, 2. dig a "new" one.');
    expect(polis.comments.map(({ id, moderated }) => [id, moderated])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
      [3, 1],
      [4, -1],
      [5, 0],
      [6, -1],
      [7, 1],
    ]);
    expect(polis.comments[3]?.text).toBe('A new well costs more, but "later" is a price as well.');
    expect(polis.comments[7]?.text).toBe('Two lines:\none for water, one for thanks.');
    expect(polis.votes).toHaveLength(21);
  });

  it('[T1] finds columns by name, in any order, between others, after any line end', async () => {
    const before = await readPolis(folder);
    const rows = (await readFile(path('votes.csv'), 'utf8')).trim().split('\n');
    const turned = rows.map((row, i) => {
      const [at, , comment, voter, vote] = row.split(',');
      return [i === 0 ? 'weight' : '1', vote, voter, i === 0 ? '"Comment-ID"' : comment, at].join(',');
    });
    await write('votes.csv', `\ufeff${turned.join('\r\n')}\r\n\r\n`);
    await change('comments.csv', (text) => text.replaceAll('\n', '\r\n'));

    const after = await readPolis(folder);

    expect(after.votes).toEqual(before.votes);
    expect(after.comments[7]?.text).toBe('Two lines:\r\none for water, one for thanks.');
    expect(after.digest).not.toBe(before.digest);
  });

  it('[T1] reads times in seconds as well, and gives rows without a time the earliest there is', async () => {
    const before = await readPolis(folder);
    const inSeconds = (text: string) => text.replace(/^(\d{10})\d{3},/gm, '$1,');
    await change('comments.csv', inSeconds);
    await change('votes.csv', inSeconds);

    const after = await readPolis(folder);

    expect(after.comments).toEqual(before.comments);
    expect(after.votes).toEqual(before.votes);
    expect(before.firstAt).toBe(1_700_000_100_000);
    expect(before.comments[2]).toMatchObject({ id: 2, at: before.firstAt });
    expect(before.votes[0]).toMatchObject({ comment: 2, at: before.firstAt });
  });

  it.each([
    ['comments.csv', 'moderated', 'moderate', 'line 1: has no column called moderated'],
    [
      'comments.csv',
      '1700000600000,',
      '1700000600000.5,',
      'line 2: timestamp must be a whole number, not "1700000600000.5"',
    ],
    ['comments.csv', '1700000600000,', '99999999999999999999,', 'line 2: timestamp must be a whole number'],
    ['comments.csv', '1700000600000,', '8640000000000001,', 'line 2: timestamp 8640000000000001 is not a time'],
    ['comments.csv', ',4,5,', ',x,5,', 'line 6: comment-id must be a whole number, not "x"'],
    ['comments.csv', ',4,5,', ',4,,', 'line 6: author-id must be a whole number, not empty'],
    ['comments.csv', ',4,5,', ',3,5,', 'line 6: comment-id 3 was used on line 2 already'],
    ['comments.csv', '0,2,-1,Send', '0,2,2,Send', 'line 6: moderated must be one of 1, 0, -1, not 2'],
    ['comments.csv', 'Send the neighbours a bill!!!', ' ', 'line 6: comment-body: Write something first'],
    ['comments.csv', 'Send the neighbours', 'Send, the neighbours', 'line 6: has 9 columns where the header has 8'],
    ['comments.csv', 'buy my filters', 'buy\u0000', 'line 10: comment-body: This text holds characters'],
    ['comments.csv', '"Two lines', 'Two "lines', 'line 8: a quotation mark stands in the middle'],
    ['comments.csv', 'thanks."', 'thanks.', 'line 8: a quotation mark opens in this row and never closes'],
    ['votes.csv', ',3,4,-1', ',3,4,2', 'line 11: vote must be one of 1, 0, -1, not 2'],
    ['votes.csv', ',3,4,-1', ',3,4', 'line 11: has 4 columns where the header has 5'],
    ['votes.csv', ',3,4,-1', ',3,four,-1', 'line 11: voter-id must be a whole number, not "four"'],
    ['summary.csv', 'voters,7', 'voters', 'line 4: has 1 columns where a key and a value belong'],
    ['summary.csv', 'topic,', 'subject,', 'has no row called topic'],
  ])('[T2] refuses %s with %j as %j: %s', async (file, from, to, reason) => {
    await change(file, (text) => text.replace(from, to));
    expect(await reasonFor()).toContain(`BrokenFile ${file}`);
    expect(await reasonFor()).toContain(reason);
  });

  it('[T2] refuses a body over the limits of the forum', async () => {
    await change('comments.csv', (text) => text.replace('buy my filters', 'buy '.repeat(1_100)));
    expect(await reasonFor()).toContain('comments.csv, line 10: comment-body: Please shorten this text to 4,000');
  });

  it('[T2] refuses what is not UTF-8, at its line', async () => {
    const votes = await readFile(path('votes.csv'));
    await write('votes.csv', Buffer.concat([votes, Buffer.from('1700001800000,caf'), Buffer.from([0xe9, 0x2c])]));
    expect(await reasonFor()).toContain('votes.csv, line 23: is not UTF-8 text');

    await write('votes.csv', Buffer.from(votes.toString(), 'utf16le'));
    expect(await reasonFor()).toContain('votes.csv, line 1:');
  });

  it('[T2] refuses a missing and an empty file', async () => {
    await write('votes.csv', '');
    expect(await reasonFor()).toContain('votes.csv: is empty');

    await rm(path('votes.csv'));
    expect(await reasonFor()).toContain('votes.csv: is missing from the folder');

    await rm(path('summary.csv'));
    expect(await reasonFor()).toContain('summary.csv: is missing from the folder');
  });

  it('[T2] never looks for the end of a quotation through a whole large file', async () => {
    await change('votes.csv', (text) => text.replace(',3,4,-1', ',3,"4,-1') + '1700001800000,,1,4,1\n'.repeat(60_000));
    expect(await reasonFor()).toContain('votes.csv, line 11: the row is longer than 1 MiB');
  });
});
