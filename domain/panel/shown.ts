import type { Words } from './events.js';
import type { Item } from './state.js';

/** An item’s words as readers receive them: with the seat of their author, or with a role instead. */
export function shownWords({ text, lang, author, role }: Pick<Item, 'text' | 'lang' | 'author' | 'role'>): Words {
  return role === null ? { text, lang, author } : { text, lang, author: null, role };
}
