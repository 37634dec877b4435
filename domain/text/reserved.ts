import { skeleton } from './skeleton.js';

/**
 * Words that say who somebody is in a panel: whoever bears one as a name speaks with a borrowed voice. Words that are also
 * common personal names stay out: Arabic مشرف (Musharraf) and مالك (Malik) stand here only with their article.
 */
const ROLE_WORDS = [
  'moderator moderators mod mods moderation admin admins administrator administrators host cohost owner system everyone staff support official',
  'модератор модераторы администратор администраторы админ ведущий ведущая владелец владелица система организатор',
  'модераторлар әкімші жүргізуші жүйе иесі ұйымдастырушы',
  'مشرفون المشرف المشرفة المشرفون المدير المديرة المضيف المضيفة المالك النظام الإدارة الادارة الجميع',
  'modérateur modératrice administrateur administratrice animateur animatrice système',
  'moderador moderadora administrador administradora anfitrión anfitriona sistema moderatör yönetici moderátor administrátor',
  'адміністратор ведуча власник',
  'मॉडरेटर व्यवस्थापक संचालक منتظم ناظم‌جلسه מנחה מנהל מנהלת',
].flatMap((words) => words.split(' '));

/** Written without spaces between words: they count wherever they stand in a name. */
const UNSPACED_ROLE_WORDS =
  '管理员 管理員 主持人 版主 系统 系統 所有人 管理者 司会者 モデレーター システム ホスト 관리자 운영자 진행자 사회자 시스템'.split(
    ' ',
  );

/** What software says where a name is missing. “Null” is not here: it is a family name. */
const RESERVED_NAMES = [
  'anonymous',
  'undefined',
  'nan',
  'deleted user',
  'deleted',
  'unknown',
  'here',
  'all',
  'аноним',
  'удалённый пользователь',
  'все',
  'анонимный',
  'барлығы',
  'مجهول',
];

const roles = skeletonsOf(ROLE_WORDS);
const reserved = skeletonsOf(RESERVED_NAMES);
const unspaced = skeletonsOf(UNSPACED_ROLE_WORDS);

/** Whether a name is, contains as a word, or looks like a word that only the house itself may use. */
export function borrowsAVoice(name: string): boolean {
  return spellings(name).some((spelling) => {
    const words = wordsOf(spelling);
    const whole = skeleton(words.join(' '));
    if (reserved.has(whole)) return true;
    if (words.some((word) => roles.has(skeleton(word)))) return true;
    if (roles.has(skeleton(spelledOut(spelling, words)))) return true;
    return [...unspaced].some((word) => whole.includes(word));
  });
}

/** Whether a text is nothing but words for roles, or looks like that: “Moderator”, “the Admin”, not “Host City Council”. */
export function isAVoice(text: string): boolean {
  return spellings(text).some((spelling) => {
    const words = wordsOf(spelling.replace(/^(?:the|an?)\s+/i, ''));
    if (words.length === 0) return false;
    const whole = skeleton(words.join(''));
    return words.every((word) => roles.has(skeleton(word))) || roles.has(whole) || unspaced.has(whole);
  });
}

/** The ways in which a reader may take the letters of a name: by their look, their case, their plain forms. */
function spellings(name: string): string[] {
  const plain = name.normalize('NFKC').replace(SMALL_CAPITALS, (letter) => PLAIN.get(letter) ?? letter);
  const forms = [name, name.toLowerCase(), plain.toLowerCase()];
  // A bar is either a stroke between words or an l.
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll('|', ' ')]))];
}

const PLAIN = new Map(
  Array.from('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', (letter, index) => [letter, 'abcdefghijklmnopqrstuvwyz'.charAt(index)]),
);
const SMALL_CAPITALS = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'gu');

/** Words without the numbers people append to a name that is taken. */
function wordsOf(name: string): string[] {
  return name
    .split(/[^\p{L}\p{M}\u200c\p{N}\u200d|]+/u)
    .map((word) => word.replace(/^\p{N}+$|(?<=\p{L}\p{M}*)\p{N}+$/u, ''))
    .filter((word) => word !== '');
}

/** `m.o-d` and `m o d` as one word; spaces between longer words keep them apart. */
function spelledOut(name: string, words: readonly string[]): string {
  const joined = name.replace(/[^\p{L}\p{M}\p{N}\s|]/gu, '');
  return words.every((word) => /^.\p{M}*$/u.test(word)) ? joined.replace(/\s/gu, '') : joined;
}

function skeletonsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => [word, word.toUpperCase()]).map(skeleton));
}
