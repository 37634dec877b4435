import type { GroupTerms } from '../../panel/events.js';
import { acceptLine } from '../../text/body.js';
import { GROUP_TITLE_MAX, SOURCE_MAX } from './terms.js';

/** What is written in these terms and cannot be shown or stored, by the path of the field; null: nothing. */
export function textFaultIn(
  groups: readonly GroupTerms[],
): { readonly field: string; readonly message: string } | null {
  for (const [index, { title, axis, source }] of groups.entries()) {
    const texts = { title, axis, source: source || null };
    for (const [field, text] of Object.entries(texts)) {
      const verdict = text === null ? null : acceptLine(text, field === 'source' ? SOURCE_MAX : GROUP_TITLE_MAX);
      if (verdict && !verdict.ok) return { field: `groups.${index}.${field}`, message: verdict.message };
    }
  }
  return null;
}
