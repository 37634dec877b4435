import { describe, expect, it } from '@jest/globals';
import { acceptBody } from '../../domain/text/body.js';
import { hasMoreGraphemesThan } from '../../domain/text/count.js';
import { acceptName } from '../../domain/text/names.js';
import { SPEECH_NOTE_MAX } from '../../domain/panel/limits.js';
import { PEOPLE } from './content/people.js';
import { TALKS } from './content/talks.js';
import { Repertoire } from './repertoire.js';

const HOUR_MS = 3_600_000;

describe('what the demonstration crowd says', () => {
  it('[T13] is never the same within an hour, at its quickest pace', () => {
    const repertoire = new Repertoire(dice());
    const said = new Map<string, number>();
    let spoken = 0;

    for (let now = HOUR_MS; now < 4 * HOUR_MS; now += 5_000) {
      const remark = now % 20_000 === 0 ? repertoire.reply('kk', now) : repertoire.point(now);
      if (!remark) continue;
      expect(now - (said.get(remark.text) ?? 0)).toBeGreaterThanOrEqual(HOUR_MS);
      said.set(remark.text, now);
      spoken++;
    }
    expect(spoken).toBeGreaterThan(1_500);
  });

  it('[T13] is not what was said before a restart', () => {
    const before = new Repertoire(dice());
    const texts = Array.from({ length: 300 }, (_, i) => before.point(i * 1000)?.text ?? '');
    const after = new Repertoire(dice());
    texts.forEach((text, i) => after.remember(text, i * 1000));

    for (let i = 0; i < 300; i++) expect(texts).not.toContain(after.point(300_000 + i)?.text);
  });

  it('[T13] returns to a point only when the others were made', () => {
    const repertoire = new Repertoire(dice());
    const points = TALKS.flatMap((talk) => Object.values(talk.points).flat());
    const made = Array.from({ length: 60 }, (_, i) => {
      const text = repertoire.point(i)?.text ?? '';
      return points.find((point) => text.endsWith(point));
    });
    expect(new Set(made).size).toBeGreaterThan(45);
  });

  it('[T11] can be said by everybody in the crowd', () => {
    for (const talk of TALKS) {
      const asks = Object.values(talk.asks);
      const texts = [...talk.openers, ...talk.replies, ...Object.values(talk.points).flat(), ...asks];
      for (const text of texts) expect(acceptBody(text)).toMatchObject({ ok: true });
      for (const ask of asks) expect(hasMoreGraphemesThan(ask, SPEECH_NOTE_MAX)).toBe(false);
      expect(new Set(texts).size).toBe(texts.length);
    }
    for (const { name, lang } of Object.values(PEOPLE)) {
      expect(acceptName(name)).toEqual({ ok: true, name });
      expect(TALKS.map((talk) => talk.lang)).toContain(lang);
    }
  });
});

/** Park and Miller’s minimal standard generator: the same throws every time. */
function dice(): () => number {
  let state = 20_260_923;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
