import naughtyWords from 'naughty-words';

/** Words of one or more words each, by the first part of a language tag. */
type Lists = Readonly<Record<string, readonly string[]>>;

interface WordList {
  readonly words: ReadonlySet<string>;
  /** Entries of several words, by the first of them. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Written without spaces between words: found anywhere. */
  readonly anywhere: readonly string[];
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether a text holds an entry of the list of its language, as whole words; nothing does where there is no list. */
export class WordLists {
  private readonly prepared = new Map<string, WordList | null>();

  constructor(private readonly lists: Lists = naughtyWords) {}

  readonly isListed = (text: string, lang: string): boolean => {
    const list = this.listFor(lang);
    if (!list) return false;

    const words = wordsIn(text);
    if (words.some((word, at) => list.words.has(word) || beginsPhrase(list, words, at))) return true;
    const plain = text.normalize('NFKC').toLowerCase();
    return list.anywhere.some((entry) => plain.includes(entry));
  };

  private listFor(lang: string): WordList | null {
    const base = lang.split('-')[0]?.toLowerCase() ?? '';
    const known = this.prepared.get(base);
    if (known !== undefined) return known;

    const entries = Object.hasOwn(this.lists, base) ? this.lists[base] : undefined;
    const list = entries ? prepared(entries) : null;
    this.prepared.set(base, list);
    return list;
  }
}

function beginsPhrase({ phrases }: WordList, words: readonly string[], at: number): boolean {
  const known = phrases.get(words[at] ?? '') ?? [];
  return known.some((more) => more.every((word, i) => words[at + 1 + i] === word));
}

function prepared(entries: readonly string[]): WordList {
  const words = new Set<string>();
  const phrases = new Map<string, (readonly string[])[]>();
  for (const [first, ...more] of entries.filter((entry) => !UNSPACED.test(entry)).map(wordsIn)) {
    if (first === undefined) continue;
    if (more.length === 0) words.add(first);
    else phrases.set(first, [...(phrases.get(first) ?? []), more]);
  }
  return {
    words,
    phrases,
    anywhere: entries.filter((entry) => UNSPACED.test(entry)).map((entry) => entry.normalize('NFKC').toLowerCase()),
  };
}

function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
