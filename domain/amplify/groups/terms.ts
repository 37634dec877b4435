import type { GroupTerms } from '../../panel/events.js';

export const FLOOR_MIN = 100;
export const FLOOR_MAX = 9_000;
export const GROUPS_MAX = 60;
export const GROUP_TITLE_MAX = 80;
export const SOURCE_MAX = 300;
export const GROUP_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** What makes these terms unusable, by the path of the field; null: nothing. */
export function faultIn(groups: readonly GroupTerms[]): { readonly field: string; readonly message: string } | null {
  if (groups.length > GROUPS_MAX) return { field: 'groups', message: `At most ${GROUPS_MAX} groups.` };
  const seen = new Set<string>();
  for (const [index, { id, title, floor }] of groups.entries()) {
    const at = (field: string) => `groups.${index}.${field}`;
    if (!GROUP_ID.test(id)) return { field: at('id'), message: 'Small letters, digits and hyphens only.' };
    if (seen.has(id)) return { field: at('id'), message: 'Two groups have this id.' };
    const isNamed = title.trim() !== '' && title.length <= GROUP_TITLE_MAX;
    if (!isNamed) return { field: at('title'), message: 'Give it a name.' };
    if (!Number.isInteger(floor) || floor < FLOOR_MIN || floor > FLOOR_MAX) {
      return { field: at('floor'), message: 'A guaranteed share is between 1 % and 90 %.' };
    }
    seen.add(id);
  }
  return null;
}
