import { describe, expect, it } from '@jest/globals';
import { acceptAffiliation } from './names.js';

describe('an affiliation', () => {
  it.each([
    ...['Ministry of Water', 'Host City Council', 'Official Journal', 'System Change Lab', 'Staff College', 'WHO'],
    ...['Қазақстан Республикасы Су министрлігі', 'وزارة المياه', '水利部', 'Łódź – Dział wody', 'Rivers & Lakes (NGO)'],
    ...['Admin Division, State of Goa', 'The Moderator Newspaper', '系统科学研究所', '🌊 Rivers', 'a'.repeat(80)],
  ])('[I25] may be %s', (affiliation) => {
    expect(acceptAffiliation(affiliation)).toEqual({ ok: true, affiliation: affiliation.normalize('NFC') });
  });

  it('[I25] may be empty, and has its spaces tidied', () => {
    expect(acceptAffiliation('')).toEqual({ ok: true, affiliation: '' });
    expect(acceptAffiliation(' \u00a0 ')).toEqual({ ok: true, affiliation: '' });
    expect(acceptAffiliation('  Lake \u3000 House ')).toEqual({ ok: true, affiliation: 'Lake House' });
  });

  it.each([
    ['a null', 'a\0b'],
    ['a right-to-left override', 'UN\u202eNU'],
    ['half a surrogate pair', 'a\ud800'],
    ['a line break', 'a\nb'],
    ['a line separator', 'a\u2028b'],
    ['a zero width space', 'a\u200bb'],
    ['nothing but what nobody sees', '\u200b'],
    ['a badge', 'UN ✔️'],
    ['two alphabets in a word', 'Минisтry'],
    ['81 letters', 'a'.repeat(81)],
    ['very many letters', 'a'.repeat(100_000)],
    ['five marks on a letter', `b${'\u0323'.repeat(5)}`],
    ['a role', 'Moderator'],
    ['a role with its article', 'The Moderators'],
    ['a role in other letters', 'M0DERATOR'],
    ['a spelled role', 'm.o.d.e.r.a.t.o.r'],
    ['a role in brackets', '[SYSTEM]'],
    ['two roles', 'Admin / Host'],
    ['a role in Russian', 'Модератор'],
    ['a role in Chinese', '管理员'],
  ])('[I25] may not be or hold %s', (_what, affiliation) => {
    expect(acceptAffiliation(affiliation)).toMatchObject({ ok: false, message: expect.stringMatching(/^[A-Z].*\.$/) });
  });
});
