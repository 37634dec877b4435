import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptName, looksLike, skeleton } from './names.js';

/** Names as people bear them, by script; each must be accepted and kept. */
const NAMES = [
  ...[
    'Jean-Luc Picard',
    'D’Arcy',
    'O‘Neil',
    "O'Brien",
    'J.R.R. Tolkien',
    'X Æ A-12',
    'N/A Smith',
    'Null',
    'X',
    'Ng',
    'ß',
  ],
  ...[
    'Müller-Lüdenscheidt',
    'Þórður',
    'Łukasz Żółć',
    'İpek Işık',
    'Đorđe',
    'Ólöf',
    'Høst',
    'Höst',
    'Kateřina',
    'Ŵyn',
    'ẞ',
  ],
  ...[
    'Nguyễn Thị Ánh',
    'Đặng Thị Ngọc Thịnh',
    'Oʻtkir Gʻulomov',
    'Sa’diya',
    'Ərəsul',
    'Țepeș',
    'Čaček',
    'María-José Ñuñez',
  ],
  ...[
    'Ọláńrewájú Ṣóyínká',
    'Ọ̀ṣun',
    'Ẹ̀bùn',
    'Mɔ̀kɔ́',
    'Ǹjí',
    'Ŋmɛ',
    'Ɓala',
    'Ƙwari',
    'Ɛsi',
    'ǃNaǃxo',
    'ǂXabe',
    'Nǀuu',
    'Xóõ',
  ],
  ...['ʻOkina', 'W̱SÁNEĆ', 'xʷməθkʷəy̓əm', 'Sḵwx̱wú7mesh', 'Wašíču', 'tłʼėh'],
  ...['Айгерім Ғабитқызы', 'Нұрсұлтан Өтеген', 'Қайрат Һакім', 'Ұлбике Үмбетәлі', 'Әлия Ңұр'],
  ...['Елена Ёлкина', 'Ђорђе', 'Мар’яна', 'Ўткір', 'Ілля', 'Цэцэг', 'Χρήστος', 'Արամ Խաչատրյան', 'ნინო'],
  ...['علی‌رضا', 'می‌خواهم', 'محمد', 'عبد اللّٰه', 'مالك بن نبي', 'پرویز مشرف', 'گۈلنار', 'ٱلرَّحْمَٰن', 'ܝܘܣܦ', 'ޢަލީ'],
  ...['דָּוִד בֶּן־גּוּרִיּוֹן', 'שָׁלוֹם', 'יִשְׂרָאֵל', 'ߞߊ߲߫ߕߍ߫', 'ߒߞߏ', '𞤀𞤣𞤤𞤢𞤥', 'አበበ ቢቂላ', 'ⴰⵎⴰⵣⵉⵖ', 'ꕙꔤ'],
  ...['प्रिया', 'क्‍ष', 'অর্ণব', 'র‍্যামন', 'ਗੁਰਪ੍ਰੀਤ', 'ગુજરાતી', 'ଓଡ଼ିଆ', 'தமிழ்', 'శ్రీనివాస్', 'ಕೃಷ್ಣ', 'മോഹൻലാൽ', 'അവന്‍'],
  ...['අනුර ශ්‍රී', 'สมชาย ศรีสุข', 'ກຸ້ງ', 'သန်းဝင်း', 'သံဃာ', 'សុខា', 'བསྟན་འཛིན་རྒྱ་མཚོ།', 'ཧཱུྃ', 'ꦗꦮ', 'ᮞᮥᮔ᮪ᮓ', 'ᥖᥭᥰ'],
  ...['ᠮᠣᠩᠭᠣᠯ', 'ᠨᠢᠭᠡ᠎ᠠ', 'ꆈꌠ', 'ꓡꓲꓢꓴ', 'ᏍᏏᏉᏯ', 'ᓄᓇᕗᑦ', '𐐔𐐯𐑅𐐨', '⠁⠃'],
  ...[
    '김철수',
    '김Kim',
    '山田太郎',
    'やまだ Taro',
    'マリア・テレサ',
    '佐々木 希',
    '李 (Li)',
    '李小龙 Bruce Lee',
    '葛󠄀城',
    '渡邉󠄂 健',
  ],
  ...['Sam ❤️', '👍🏽', '👩🏽‍💻 Ada', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 Ada', '👩‍👩‍👧‍👦'],
  ...['Hostetler', 'Modesto', 'Owens', 'Adminton', 'Системов', 'Ilya', 'Liya', 'Lia'],
];

describe('a name', () => {
  it.each(NAMES)('[N1] may be %s', (name) => {
    expect(acceptName(name)).toEqual({ ok: true, name: name.normalize('NFC') });
  });

  it('[N1] is kept in NFC, with its spaces tidied', () => {
    expect(acceptName('  Ame\u0301lie \u00a0 \u3000Poulain ')).toEqual({ ok: true, name: 'Amélie Poulain' });
  });

  it.each([
    ['a right-to-left override', 'Admin\u202enimda'],
    ['an isolate', '\u2066Mo\u2069'],
    ['an Arabic letter mark', 'a\u061c'],
    ['a zero width space', 'a\u200bb'],
    ['a soft hyphen', 'Al\u00adice'],
    ['a joiner where none is needed', 'a\u200cb'],
    ['a joiner at the end', 'Ann\u200d'],
    ['a variation selector on a letter', 'A\ufe0f'],
    ['loose tags', 'Ann\u{e0067}'],
    ['a filler', '\u3164'],
    ['an empty braille cell', '\u2800'],
    ['spaces', '   '],
    ['nothing', ''],
    ['a null', 'a\0b'],
    ['a line break', 'a\nb'],
    ['a line separator', 'a\u2028b'],
    ['half a surrogate pair', '\udc00a'],
    ['a noncharacter', 'a\uffff'],
    ['a private character', 'a\ue000'],
    ['an annotation', '\ufff9a\ufffab\ufffb'],
    ['five marks on a letter', `b${'\u0323'.repeat(5)}`],
    ['dots', '...'],
    ['41 letters', 'a'.repeat(41)],
    ['80 families', '👩‍👩‍👧‍👦'.repeat(80)],
  ])('[N2] may not hold %s', (_what, name) => {
    expect(acceptName(name)).toMatchObject({ ok: false, message: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  it('[N2] may have forty graphemes, however long they are in code', () => {
    expect(acceptName('👩‍👩‍👧‍👦'.repeat(40)).ok).toBe(true);
    expect(acceptName('👩‍👩‍👧‍👦'.repeat(41)).ok).toBe(false);
  });

  it.each(['pаypal', 'Аlice', 'Ϻaria', 'ᎪᎠa', 'Аня Smіth', 'Αnna', 'O-рaul'])(
    '[N3] may not mix scripts in a word: %s',
    (name) => {
      expect(acceptName(name)).toMatchObject({ ok: false, message: expect.stringContaining('one alphabet') });
    },
  );

  it.each([
    ...[
      'Moderator',
      'M0derator',
      'MODERATOR',
      'Mode\u200brator',
      'Ｍoderator',
      '𝓜𝓸𝓭𝓮𝓻𝓪𝓽𝓸𝓻',
      'ᴍᴏᴅᴇʀᴀᴛᴏʀ',
      'ⓜⓞⓓⓔⓡⓐⓣⓞⓡ',
      'rnoderator',
    ],
    ...[
      'm.o.d.e.r.a.t.o.r',
      'm o d e r a t o r',
      'The Moderator',
      'Moderator2',
      'Mod_erator',
      '[SYSTEM]',
      'System:',
      'S Y S T E M',
    ],
    ...[
      'ADMIN',
      'AdMlN',
      'Adm1n',
      '|Admin',
      'Adm|n',
      'admın',
      'Ad-min',
      '@everyone',
      '@here',
      'Host',
      'h0st',
      'Owner',
      'Staff',
    ],
    ...[
      'anonymous',
      'undefined',
      'undefıned',
      'Deleted  User',
      'Модератор',
      'АДМИН',
      'Ведущий',
      'Әкімші',
      'ЖҮЙЕ',
      'Жүргізуші',
    ],
    ...[
      'المشرف',
      'المدير',
      'الجميع',
      'מנהל',
      '管理员',
      '管理员张三',
      'モデレーター',
      '관리자',
      'Modérateur',
      'Moderador',
    ],
  ])('[N4] may not borrow the voice of the house: %s', (name) => {
    expect(acceptName(name).ok).toBe(false);
  });

  it.each(['UN Delegate ✔️', 'Ann ✅', 'Alice 🛡️', 'Bob ✓', 'Eve 👑'])('[N4] may not wear a badge: %s', (name) => {
    expect(acceptName(name)).toMatchObject({ ok: false, message: expect.stringContaining('badge') });
  });

  it('[N1, N2] is judged whatever it is, and stays accepted once it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary', maxLength: 1 })) }),
        (name) => {
          const verdict = acceptName(name);
          if (verdict.ok) expect(acceptName(verdict.name)).toEqual(verdict);
          else expect(verdict.message).toMatch(/\.$/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

const ODD = [
  '\ud800',
  '\udc00',
  '\u200d',
  '\u200c',
  '\u202e',
  '\u0301',
  '\u0345',
  '\u1160',
  'ᄀ',
  '👩',
  '🇰',
  'ş',
  'İ',
  'क',
  '\u094d',
  ' ',
  '葛',
  '\u{e0100}',
  '\0',
];

describe('the look of a name', () => {
  it.each([
    ['Alice', 'AIice'],
    ['Alice', 'Аlісе'],
    ['paypal', 'рауpаl'],
    ['Анна', 'Aннa'],
    ['Maria', 'rnaria'],
    ['O’Brien', "O'Brien"],
    ['Ali', 'ALI'],
    ['علی‌رضا', 'علیرضا'],
    ['葛󠄀城', '葛城'],
    ['Zoe\u0308', 'Zoë'],
  ])('[N5] of %s is that of %s', (one, other) => {
    expect(looksLike(one, other)).toBe(true);
  });

  it.each([
    ['Ilya', 'Liya'],
    ['Ann', 'Anna'],
    ['Zoe', 'Zoë'],
    ['Асан', 'Әсан'],
    ['李', '季'],
  ])('[N5] of %s is not that of %s', (one, other) => {
    expect(looksLike(one, other)).toBe(false);
  });

  it('[N5] is the same skeleton for letters and what stands in for them', () => {
    expect(skeleton('Scope')).toBe(skeleton('Ѕсоре'));
    expect(skeleton('modern')).toBe(skeleton('rnodern'));
    expect(skeleton('Scope')).not.toBe(skeleton('Slope'));
  });
});
