import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { acceptBody } from './body.js';
import { visibleMarkers } from './markers.js';
import { acceptName } from './names.js';

interface Line {
  readonly id: string;
  readonly surface: string;
  readonly expect: string;
  readonly why: string;
  readonly input?: string;
  readonly gen?: string;
}

const BUILT: Readonly<Record<string, string>> = {
  'name-039': '👩‍👩‍👧‍👦'.repeat(80),
  'redos-124': `a ${'<!--'.repeat(20_000)}`,
  'redos-125': '['.repeat(20_000) + ']('.repeat(20_000),
  'redos-126': `${'>'.repeat(20_000)}a`,
  'redos-127': '_*'.repeat(20_000),
  'redos-128': Array.from({ length: 400 }, (_, i) => `${'`'.repeat(i)}a`).join(''),
  'redos-129': `${'|a'.repeat(5000)}\n${'|-'.repeat(5000)}\n${`${'|b'.repeat(5000)}\n`.repeat(20)}`,
};

const lines = readFileSync(new URL('../../test/fixtures/bad-inputs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line)
  .map((line) => ({ ...line, text: line.input ?? BUILT[line.id] ?? '' }));

const named = lines.filter(({ surface }) => surface === 'displayName');
const bodies = lines.filter(({ surface }) => surface === 'body');

describe('the corpus of bad inputs', () => {
  it.each(named.filter((line) => line.expect === 'reject'))(
    '[N2, N3, N4] $id is refused as a name: $why',
    ({ text }) => {
      expect(acceptName(text).ok).toBe(false);
    },
  );

  it.each(named.filter((line) => line.expect === 'accept'))('[N1] $id is a name: $input', ({ text }) => {
    expect(acceptName(text)).toEqual({ ok: true, name: text.normalize('NFC') });
  });

  it.each(bodies.filter((line) => line.input !== undefined))(
    '[N6, N9] $id is kept as a body and can be shown: $why',
    ({ text }) => {
      expect(acceptBody(text)).toEqual({ ok: true, text });
      expect(
        visibleMarkers(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    },
  );

  it.each(bodies.filter((line) => line.gen !== undefined))('[N10] $id is too long to be kept: $why', ({ text }) => {
    expect(acceptBody(text)).toEqual({ ok: false, message: expect.stringContaining('shorten') });
  });

  it('[N1] is all there', () => {
    expect([named.length, bodies.length]).toEqual([49, 67]);
  });
});
