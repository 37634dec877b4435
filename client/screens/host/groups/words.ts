import type { TFunction } from 'i18next';
import { PRESETS } from '../../../../domain/amplify/groups/presets.js';

/** What groups of an axis have in common, in the reader’s words. */
export function axisTitle(axis: string, t: TFunction<'groups'>): string {
  const preset = PRESETS.find((one) => one.axis === axis);
  return preset ? t(`preset_${preset.id}`) : axis;
}

/** What a group of a preset is called in the reader’s language; it is saved by this name. */
export function groupTitle(id: string, title: string, t: TFunction<'groups'>): string {
  return t(`group_${id}` as 'group_ldc', { defaultValue: title });
}
