/** Words for the desk about a text, never about its author. The first four are the house’s own, the rest outside services’. */
export const LABELS = [
  'long',
  'links',
  'repeat',
  'words',
  'spam',
  'insult',
  'threat',
  'hate',
  'private',
  'noticed',
] as const;

export type Label = (typeof LABELS)[number];

/** Long texts are written by hand, one by one. */
export function isFloodLabel(label: string): boolean {
  return label !== 'long';
}

export function isLabel(label: string): label is Label {
  return (LABELS as readonly string[]).includes(label);
}
